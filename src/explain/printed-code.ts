import { namesAws } from './context.ts';

/** What stands before a code where it is an error's, whatever follows. */
const BEFORE_CODE =
  /(?:error occurred \(|client error \(|Errors::|<Code>|<code>|["']?(?:error)?[Cc]ode["']?(?: ?[:=]| is)? ?(?:Some\()?["'(]?|["']?__type["']? ?: ?["']?(?:[\w.]{1,100}#)?|["']?name["']? ?[:=] ?["']|#|api error |[Ee]rror ?Code: ?|S3 error: \d{3} \(|AWS Error |\$|x-amzn-errortype: ?|unhandled error \(|service error: ?|[a-z0-9]\.|Exception: ?|\((?:\d{3} )?|\[|reason: ?"?|failed with(?: error)?(?: code)?:? ?|returned(?: error)?(?: code)?:? ?|got error ?:? ?|status: \d{3},? |API: [\w:]{1,60} )$/;
/** What stands before a code at the beginning of a message. */
const BEGINS =
  /(?:^|[Ee]rror:? |ERROR:? |FATAL:? |fatal:? |exception:? |caused by:? |[a-z)\]"'}>:,;|-] ?|[–—] ?|\d:? )$/;
const BEHIND_CODE =
  /^(?:\)? ?\((?:client|server)\)|(?:["']?\)?,? ?:|\)) ?[A-Z"'`]|: (?:null|UnknownError|The |User|Access|An? )|["']?,? {1,3}status ?[cC]ode|<\/[Cc]ode>|\) when calling|["']?,? ?(?:["']?(?:message|Message|\$fault|\$metadata|statusCode|requestId|RequestId)\b)|; Request ID| \(Service: |\. Status)/;
const SENTENCES =
  /^["')]{0,3}:? ?(?:[\w$.]{1,60}: ?)?["']?(?:The (?:security|provided|AWS|request|authorization|difference|bucket|ID|specified|account)|User|Access [Dd]enied|Not authorized|Rate exceeded|Signature|Request|Token|AWS |You are|Credential|Please reduce|Missing|No OpenID|Incorrect|Couldn|Packed|Too many)/;

/** A code is an error only in the form in which one is printed; alone it is a word of a test, a list or a file's name. */
export function isPrintedCode(
  code: string,
  before: string,
  behind: string,
  {
    isCommon,
    isWhole,
    isFirst,
    near,
  }: { readonly isCommon: boolean; readonly isWhole: boolean; readonly isFirst: boolean; readonly near: string },
): boolean {
  if (isWhole || (isFirst && !isCommon && /^: [a-z]{2}/.test(behind))) return true;
  if (/[\w/\\-]$/.test(before) && !/Errors::$|[\w.]#$|\d$/.test(before)) return false;
  if (/^(?:\.(?:md|ts|js|py|json|ya?ml|txt|html|go|rb|java)\b|[\\/])/.test(behind)) return false;
  const isStrong = BEFORE_CODE.test(before);
  const hasMore = BEHIND_CODE.test(behind) || SENTENCES.test(behind);
  if (isStrong && (hasMore || !/\b(?:of|for|on|when|if|in|codes?|e\.g\.|like) ?["'([]{0,2}$/.test(before))) {
    return (
      hasMore ||
      /error occurred \($|Errors::$|<Code>$|api error $|S3 error|AWS Error |__type|Error ?Code: ?$|[Ee]xception: ?$|unhandled|service error|x-amzn|failed with|ode["']?: ?["']?$/.test(
        before,
      ) ||
      namesAws(near)
    );
  }
  if (!BEGINS.test(before)) return false;
  if (SENTENCES.test(behind)) return true;
  if (BEHIND_CODE.test(behind)) return !isCommon || namesAws(near);
  return (
    /(?:[Ee]rror|ERROR|FATAL|fatal|exception|caused by):? $/.test(before) &&
    /^(?:$|["'.,;!)]| at )/.test(behind) &&
    !/[a-z]/.test(code[0] ?? '')
  );
}

const CODE_FORMS: readonly RegExp[] = [
  /error occurred \(([A-Za-z][\w.]{2,80})\)/,
  /api error ([A-Za-z][\w.]{2,80}):/,
  /<Code>([A-Za-z][\w.]{2,80})<\/Code>/,
  /[Ee]rror ?Code: ?"?([A-Za-z][\w.]{2,80})/,
  /__type["']?: ?["'](?:[\w.]{1,100}#)?([A-Za-z]\w{2,80})/,
  /["']?[Cc]ode["']?: ?["']([A-Za-z]\w{2,80})/,
  /\b([A-Z][A-Za-z]{4,60}) \((?:client|server)\)/,
  /Errors::([A-Z][A-Za-z]{4,60})/,
  /\b([A-Z][A-Za-z]{4,60}(?:Exception|Token|Denied|Match|Id|Failure|Expired|Skewed|Operation|Throttling)): /,
];

export function codeIn(text: string): string | undefined {
  for (const form of CODE_FORMS) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return code;
  }
  return undefined;
}

const OPERATION =
  /(?:when calling|occurred when calling) the (\w{2,60}) operation|operation error [\w -]{1,40}?: (\w{2,60})|Error executing "(\w{2,60})"|\bduring (\w{2,60}) operation|\bCommand: ?(\w{2,60})Command|\b(AssumeRole(?:WithWebIdentity|WithSAML)?|Get(?:CallerIdentity|SessionToken|FederationToken|RoleCredentials))\b/g;

/** Of several the last one before the error, else the first. */
export function operationIn(excerpt: string, at: number): string | undefined {
  const all = [...excerpt.matchAll(OPERATION)].map((match) => ({
    at: match.index,
    name: match.slice(1).find(Boolean),
  }));
  return (all.findLast((one) => one.at <= at) ?? all[0])?.name;
}
