/** Something of AWS's is named: a host, an ARN, a service with its tool, a request ID in an SDK's words. */
const AWS =
  /amazonaws\.|\.api\.aws\b|\.on\.aws\b|awsapps\.com|\barn:aws|\bAWS|\baws\b|\bAmazon|botocore|boto3|\bs3:\/\/|\bS3\b|\bSTS\b|\bsts[:.]|software\.amazon|com\.amazonaws|\bAws::|aws-sdk|x-amzn?-|\bDynamoDB|\bCloudFormation|\bEC2\b|\bECR\b|\becr\b|\bEKS\b|\bSSM\b|\bKMS\b|\bECS\b|\bRDS\b|\bSQS\b|\bSNS\b|\bCloudFront\b|\bRoute ?53\b|status code: \d{3}, request id: \w|\bIAM\b|\bSecrets ?Manager|\bCDK\b|\bcdk\b|\bRequestID: [0-9a-f]{8}|operation error \w|error occurred \([A-Za-z]{3,60}\) when calling|\(Service: \w|\$fault|\bS3Exception|S3Error\b|<HostId>[^<]|host id: \w|NetworkingError|error occurred \(\d{3}\) when calling|@smithy\b|\bs3:[A-Z]\w{3,40}|aws-access-key-id|kubeconfig.{0,40}eks|\bUpdated context arn/;
/** Not to be doubted: hosts and ARNs are nobody else's. */
const SURELY_AWS = /amazonaws\.com|amazonaws\.eu|\.api\.aws\b|\barn:aws/i;
/** Others that speak AWS's protocols, or use the same words of their own services. */
const FOREIGN =
  /aliyun|alibaba|oss-[a-z]{2}-\w|\bOSS\b|myqcloud|tencent|\bCOS\b|<TraceId>|googleapis|google\.?cloud|\bgcloud\b|\bgsutil\b|\bgs:\/\/|\bGCS\b|Google secret key|cloudflare|\bR2\b|\bminio\b|digitalocean|backblaze|\bb2:|wasabisys|linodeobjects|scw\.cloud|scaleway|\bazure|windows\.net|\bAADSTS|\bAz\w{0,20}Exception|ovh\.(?:net|io|us)|vultr|yandex|radosgw|\bceph\b|\bbos\.|baidu|bcebos|myhuaweicloud|huawei|\bobs\.|oraclecloud|\bOCI\b|ibm\.?cloud|cloud-object-storage|localstack|localhost:\d|127\.0\.0\.1:\d|\[::1\]|host\.docker\.internal|garage|seaweed|storj|idrivee2|hetzner|your-objectstorage|volces|\bTOS\b|kingsoft|ksyun|qiniu|upyun|\bmoto\b|(?<!AWS )Access Key I[dD] you provided does not exist in our records|RequestID: ?, HostID: ?,|request id: ?, host id: ?(?:$|[,)\]])|x-amz[\w-]{0,30}"?'?: ?null|\btx0{4,}[0-9a-f]{6,}|\bgithub api\b|api\.github\.com|\boctokit\b|\bwebhook\b|\bCSRF\b|\bcsrf\b|\bstripe\b|\bslack\b|\btwilio\b|\bsupabase\b|\bfirebase\b|\bvercel\b|\bnetlify\b|\bheroku\b|\bcloudfunctions:|\bserverless-?function\b|\bopenai\b|\bkeycloak\b|\bauth0\b|\bokta\b|registry\.npmjs|registry\.yarnpkg|\bdocker\.io\b|docker\.com|\bghcr\.io\b|quay\.io|gcr\.io|pkg\.dev|azurecr\.io|\bnexus\b|artifactory|jfrog|sonatype|\bsonar|maven\.org|repo1\.maven|\bpypi\b|rubygems|crates\.io|proxy\.golang|deb\.debian|archive\.ubuntu|\bvault\b.{0,20}\bpermission denied|\bpostgres|\bmysql\b|\bmongo|\bredis\b|playwright|\blocator\b|puppeteer|cypress|selenium/i;

/** Around an error: whose it is. */
export function namesAws(text: string): boolean {
  return AWS.test(text);
}

export function isSurelyAws(text: string): boolean {
  return SURELY_AWS.test(text);
}

export function isForeign(text: string): boolean {
  return FOREIGN.test(text);
}

/** A test's report, a line of source or of a diff, a commit's subject: what it says did not happen here. */
const INNOCENT: readonly RegExp[] = [
  // Test runners.
  /^(?:[-*] )?[✓✔√✅☑◦○↓⏭]/u,
  /^(?:[-*] )?[✗✕×✘⨯].{1,400}\(\d{1,6}(?:\.\d{1,3})? ?m?s\)$/u,
  /^(?:PASS|FAIL|SKIP|ok|not ok|pass|RUNS)\b[ :](?!.*\b(?:error occurred \(|api error))/,
  /^(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:PASS|FAIL|SKIP|BENCH):)/,
  /\b(?:PASSED|SKIPPED|XFAIL|XPASS)\b(?: +\[ *\d{1,3}%\])?$|\bPASSED\b/,
  /^test [\w:' -]{1,200} \.\.\. (?:ok|ignored|FAILED)/,
  /^\S{1,200}::test_?\w{1,200}/,
  /^(?:●|•|›|❯|▶|→) .{0,300} [›>] /u,
  /^(?:describe|it|test|context|expect|assert\w{0,20}|should|when|given|then|scenario|feature)\b ?[("'`:]/i,
  /\b(?:expect|assert|assert\w{2,30}|toThrow\w{0,30}|toBe|toEqual|toMatch\w{0,20}|raises|pytest\.raises|rejects|mock\w{0,30}|stub\w{0,20})\(/,
  /\((?:\d{1,6} ?m?s|\d{1,4}\.\d{1,4} ?s(?:ec)?)\)$(?<=\b(?:should|maps?|returns?|throws?|handles?|rejects?|retries|raises?|test\w{0,40}|when|if)\b.{1,300})/,
  // Source.
  /^(?:\d{1,6} ?[|:] ?|> ?\d{1,6} ?\| ?|\d{1,6}\s)?(?:if|elif|else if|} else if|while|for|switch|catch|} catch|except|rescue)\b ?[({A-Za-z_"'!].{0,400}(?:\)? ?\{|:|then)$/,
  /^(?:\d{1,6} ?[|:] ?|> ?\d{1,6} ?\| ?)?(?:case|return|throw|raise|const|let|var|import|from|def|func|fn|public|private|protected|export|static|final|class|enum|interface|type|package|use|require)\b.{0,400}(?:[;{,:)]|['"`])$/,
  /^(?:\d{1,6} ?[|:] ?)?(?:\/\/|\/\*|# |\* |--|<!--|"""|''')(?! ?(?:error|provider\.))/i,
  /[=!]==? ?['"`][A-Z]\w{3,60}['"`]|\bin \[?\(?['"`][A-Z]\w{3,60}['"`]|\.(?:includes|contains|startsWith|has|indexOf|match|test)\(['"`/]/,
  /^(?:\d{1,6} ?[|:] ?)?['"`]?\w{1,60}['"`]? ?(?:=|:=|=>|\+=) ?[[{(]? ?['"`].{0,300}['"`] ?[\]})]?[,;]?$/,
  /=> ?\{$|\) ?=>|\bfunction ?\(|\bconsole\.(?:log|error|warn)\(|\blogg?(?:er|ing)?\.(?:info|warn\w{0,3}|error|debug)\(/,
  /^[\w./@-]{1,200}\.(?:ts|tsx|cts|mts)\(\d{1,6},\d{1,6}\): /,
  /^[\w./@-]{1,200}\.(?:ts|tsx|js|jsx|mjs|cjs|py|go|rs|java|kt|rb|php|cs|md|mdx|rst|txt|ya?ml|json|tf|sh|html):\d{1,6}:(?:\d{1,6}:?)? ?(?!.{0,60}(?:Error|Exception|error|exception))/,
  /^(?:from [\w.]{1,80} import |import [\w.{*]|\d{1,6}:\d{1,6} +(?:warning|error) |\d{1,4}\) \w{1,60} (?:should|raises|throws|returns|rejects|handles|retries|maps)\b)/,
  // Diffs, history, release notes, documents.
  /^(?:diff --git|@@ |index [0-9a-f]{7}|\+\+\+ |--- [ab]\/|[+-]{1} ?["'`/*#])/,
  /^[+-] (?!(?:An? )?(?:[Ee]rror|ERROR|[A-Z]\w{2,60}(?:Exception|Error|Denied|Token|Failure|Id)\b|fatal|module|provider|operation))/,
  /^(?:\* |- |\d{1,3}\. )?\[?[0-9a-f]{7,40}\]?(?:\([^)]{1,120}\))? (?!.{0,20}\b(?:error|Error))/,
  /^(?:[*-] )?(?:\*\*[\w/-]{1,40}:?\*\* ?)?(?:feat|fix|docs?|chore|tests?|refactor|ci|build|perf|style|revert)(?:\([^)]{0,60}\))?!?: /i,
  /^(?:Merge (?:pull request|branch|remote)|HEAD is now at|Switched to|commit [0-9a-f]{7}|Author:|Subject:|Previous HEAD)/,
  /^(?:#{1,6} |\|.{1,400}\|$|```|[-*] \[.{1,200}\]\()/,
  /^(?:upload|download|copy|delete|move|adding|inflating|extracting|creating|deleting|Renamed?|create mode|A|M|D|R\d{0,3})(?: ?mode \d{6})?:? [\w./-]{1,300}(?: to | => |$)/,
  /^(?:\+|\$|>) (?:echo|grep|curl|sed|awk|printf|git|cat|jq|test|\[)\b/,
  /^(?:echo|printf|grep) ['"-]/,
  /^(?:Tip|Hint|Note|Docs?|Documentation|See(?: also)?|Read more|FAQ|Troubleshooting|Example|e\.g\.)[:,] /i,
  /^(?:Compiling|Downloading|Downloaded|Installing|Collecting|Requirement already|Using cached|Building wheel|Unpacking|Setting up|Selecting|Preparing|Get:\d|Hit:\d|Fetched)\b/,
];

/** A line that tells of an error that did not happen in this run. Takes linear time. */
export function isInnocent(text: string): boolean {
  if (text.length > 2000) return false;
  return INNOCENT.some((form) => form.test(text));
}

const EXPECTED =
  /\b(?:as expected|expected (?:error|failure|exception)|\(expected\)|simulat(?:ed|ing)|mock(?:ed|ing)?|dry[- ]?run ok|was handled|recovered|succeeded after|ignor(?:ed|ing)\b|harmless)\b/i;

export function isExpected(text: string): boolean {
  return EXPECTED.test(text);
}

/** A host's name in any of the forms in which tools name one. */
const HOSTS =
  /(?:https?:\/\/|wss?:\/\/)(?:[^\s/@"'`<>]{1,100}@)?(\[[0-9a-f:]{2,45}\]|[\w.-]{1,253})|\blookup ([\w.-]{1,253})|\bconnect(?:ion|ing)? to ['"`]?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})|(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|EHOSTUNREACH|ENETUNREACH) \[?([\w.:-]{1,253}\w)|host(?:name)?:? ?[=(]?['"`]?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})|\(([\w-]{1,63}(?:\.[\w-]{1,63}){2,8}):\d{1,5}\)|(?:tcp|to|at|Connect to) \[?(\d{1,3}(?:\.\d{1,3}){3}|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})\]?:\d{1,5}|\b([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu|on\.aws))\b|(\d{1,3}(?:\.\d{1,3}){3})(?::\d{1,5})?/gi;

/** The hosts that a text names, in its order, in small letters. */
export function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(HOSTS)].map((match) =>
    (match.slice(1).find(Boolean) ?? '').toLowerCase().replace(/:\d{1,5}$/, ''),
  );
}

export type Owner = 'aws' | 'metadata' | 'github-oidc' | 'loopback' | 'private' | 'public-address' | 'other';

const AWS_HOST =
  /(?:^|\.)(?:amazonaws\.(?:com(?:\.cn)?|eu)|api\.aws|on\.aws|awsapps\.com|amazoncognito\.com|signin\.aws|ecr\.aws|cloudfront\.net|aws\.amazon\.com|amazonaws-us-gov\.com)$/;
const METADATA = /^(?:169\.254\.169\.254|169\.254\.170\.(?:2|23)|\[?fd00:ec2::(?:254|23)\]?|169\.254\.)/;
const PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
/** Addresses of GitHub, Azure, Cloudflare, Fastly and public name servers. */
const OTHERS =
  /^(?:140\.82\.|185\.199\.|192\.30\.25|20\.|104\.(?:1[6-9]|2\d)\.|151\.101\.|172\.6[4-9]\.|1\.1\.1\.1|8\.8\.|13\.107\.|168\.63\.)/;

/** Whose a host is. */
export function ownerOf(host: string): Owner {
  if (AWS_HOST.test(host)) return 'aws';
  if (METADATA.test(host)) return 'metadata';
  if (/^(?:localhost|127\.|\[?::1\]?$|0\.0\.0\.0)/.test(host)) return 'loopback';
  if (/(?:^|\.)(?:actions\.githubusercontent\.com|pipelines\.actions\.githubusercontent\.com)$/.test(host))
    return 'github-oidc';
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)) {
    if (PRIVATE.test(host)) return 'private';
    return OTHERS.test(host) ? 'other' : 'public-address';
  }
  return 'other';
}
