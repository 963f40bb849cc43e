import type { Words } from './kinds.ts';

/**
 * What tools say themselves, before or instead of an answer of AWS's. Of words that overlap the earlier entry wins. Each
 * comes from the tool's source or from running it; `__tests__/explain/corpus` has the texts.
 */
export const TOOL_WORDS: readonly Words[] = [
  // A person is needed.
  {
    kind: 'mfa',
    form: /assume role with MFA enabled, but AssumeRoleTokenProvider|AssumeRoleTokenProvider(?:NotSet(?:Error)?| session option not set)|MFA token required|Enter MFA code for arn:|Assume ?Role MFA token code|MFA code:? for arn:aws|requires multi-?factor authentication,? but no MFA code callback|mfa_serial\b.{0,80}(?:required|not set|not supported|no tty)|\bMFA (?:token|code) (?:for \S{1,100} )?(?:is )?(?:required|missing)|non-interactive.{0,40}\bMFA\b/gi,
  },
  {
    kind: 'sign-in',
    form: /reauthenticate using '?"?`?aws login|Error loading login session token|\bCreateOAuth2Token\b|(?:run|using|with|via|try|execute)(?: the command)?:? ?['"`]?aws sso login\b|Error loading SSO Token|SSO session (?:token )?(?:associated with )?(?:this |the )?(?:profile)?\S{0,60} ?(?:has|is|was) (?:expired|invalid|not found)|SSO session associated with this profile|The SSO session (?:token )?(?:has expired|associated)|Token has expired and refresh failed|\bSSOProviderInvalidToken\b|\bUnauthorizedSSOTokenError\b|\bSSOTokenLoadError\b|\bSSOTokenProviderFailure\b|cached SSO token (?:is expired|file|must)|refresh cached SSO token|SSO token (?:has |is )?(?:expired|invalid)|SSO OIDC (?:token|access)|Token for \S{1,100} does not exist|AWS SSO token|Unable to load SSO token|SSO Token could be found|SSO login is required|login session (?:has )?expired|(?:log ?in|sign ?in) session (?:is |has )?(?:expired|missing|invalid)|Token is expired\. To refresh this SSO session|SSO authorization (?:has )?expired|\bLoginTokenLoadError\b|\bLoginRefresh(?:Required|TokenError)?\b|\bLoginInsufficientPermissions\b|Your login session/gi,
  },
  {
    kind: 'sign-in',
    form: /when calling the GetRoleCredentials operation|(?:operation error SSO: GetRoleCredentials|\bGetRoleCredentials\b)(?=.{0,200}(?:Forbidden|Unauthorized|40[13]))|Session token not found or invalid|(?:operation error SSO OIDC: CreateToken)|calling the CreateToken operation/gi,
  },
  // The job's own token.
  {
    kind: 'id-token-permission',
    form: /Unable to get ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)|set the `?id-token`? permission|Did you remember to (?:add|set) `?id-token: ?write|ACTIONS_ID_TOKEN_REQUEST_(?:URL|TOKEN)\W{0,3}(?: environment variable| env(?:ironment)? var(?:iable)?)? ?(?:is |was )?(?:not set|not found|missing|unset|undefined|empty|must be set)|requires? (?:the )?(?:permission )?`?id-token: ?write|missing (?:the )?(?:permission )?`?id-token: ?write/gi,
  },
  {
    kind: 'id-token-unavailable',
    form: /Failed to get ID Token|getIDToken call failed|Could not (?:get|fetch|obtain) (?:the )?(?:OIDC|ID) token from GitHub/gi,
  },
  {
    kind: 'secret-required',
    form: /Secret \S{1,80} is required, but not provided while calling|Input required and not supplied: aws-(?:access-key-id|secret-access-key)/gi,
  },
  // Sources that are named.
  {
    kind: 'web-identity-file',
    form: /unable to read (?:web identity token )?file (?:at|from)(?= .{0,200}(?:token|WebIdentity))|(?:WebIdentityErr|WebIdentityTokenFile|web identity token file|retrieve jwt from provided).{0,120}no such file|failed to read (?:web identity|JWT) ?token|retrieve jwt from provided|web_identity_token_file.{0,100}(?:not found|does not exist|cannot be read|no such)|WebIdentityErr: unable to read file at|AWS_WEB_IDENTITY_TOKEN_FILE.{0,80}(?:not found|does not exist|no such|cannot be read|unable)|No such file or directory: '[^' ]{0,200}(?:eks\.amazonaws\.com|web-?identity)[^' ]{0,60}|ENOENT: no such file or directory, open '[^' ]{0,200}(?:eks\.amazonaws\.com|web-?identity|token)[^' ]{0,60}/gi,
  },
  {
    kind: 'source',
    form: /assume role with web identity but has no role ARN|role ARN is not set|Unsupported host '?[^' ]{0,200}'?\. Can only retrieve metadata|invalid endpoint host, "?[^" ]{0,200}"?, only (?:loopback|host|valid)|Unsupported host 'None'|credential_source .{0,80}(?:not supported|is not|invalid)|\bInvalid credential_?source\b/gi,
  },
  {
    kind: 'source',
    form: /Error when retrieving credentials from (?:iam-role|container-role|Ec2InstanceMetadata|EcsContainer|web-identity|assume-role|sso|assume-role-with-web-identity)|container metadata service cannot be used|\bEC2MetadataError\b|credentials from ECS container metadata|error retrieving (?:container )?metadata: Received (?:error|non 200)|retrieve container metadata|\bCredentialsEndpointError\b|Error retrieving credentials from the instance profile metadata|retrieving credentials from the (?:container|ECS) metadata|Error retrieving metadata|Failed to load credentials from ECS|\bCredentialRetrievalError\b|EC2 instance metadata (?:service )?(?:is |was )?(?:not available|unavailable|disabled)|(?:EC2 Metadata|EC2 instance) (?:token|roleName|rolename|metadata)? ?(?:request )?returned error|Unable to contact EC2 metadata|\bEC2RoleRequestError\b|Failed to contact (?:EC2 )?instance metadata/gi,
  },
  {
    kind: 'process',
    form: /Error when retrieving credentials from custom-process|\bProcessProvider(?:ExecutionError|ParseError|VersionError|RequiredFieldMissing|Error)\b|error in credential_process|parse failed of process output|process provider error|credential_process (?:did not|returned|has|failed|command|timed|exited)|credential process (?:timed out|failed|returned|exited)|credential_process.{0,60}(?:failed|non-?zero|exit|invalid|not found|No such file)|wrong version in process output|process-based credentials|did not return Version 1 credentials|Failed to refresh process/gi,
  },
  {
    kind: 'profile',
    form: /config profile \([^()]{0,120}\) could not be found|failed to get shared config profile|\bSharedConfigProfileNotExists?(?:Error)?\b|\bProfileNotFound\b|source_profile "?'?[^"' ]{1,100}"?'? (?:referenced in the profile|.{0,100}does not exist)|resolve credentials using profile|could not be found or parsed in shared credentials file|No AWS profile named|Profile file contained no credentials for profile|\bNoSuchProfileError\b|Profile `[^` ]{1,100}' not found|'[^' ]{1,100}' not found in credentials file|Unable to find the "[^" ]{1,100}" profile|AWS profile "[^" ]{1,100}" doesn't seem to be configured|profile `?[^` ]{1,100}`? was not defined|source[_ ]profile `?"?[^` "]{1,100}`?"? (?:was not|not) (?:defined|found)|could not find source profile|failed to find SSO session section|profile [^ ]{1,100} (?:does not exist|not found|doesn't exist|could not be found) in [^ ]{0,100}(?:\.aws|credentials|config)|Profile [^ ]{1,100} not found in (?:shared |AWS )?credentials|No credentials? found for profile|AWS profile (?:\S{1,100} )?(?:was )?not (?:found|configured)|\bprofile_not_found\b|The specified profile .{1,100} could not be found|profile '?"?[^'" ]{1,100}'?"? could not be found/gi,
  },
  {
    kind: 'profile',
    form: /\bprofile:? (?:\([^()]{1,80}\)|"[^"]{1,80}"|'[^']{1,80}'|\[[^\]]{1,80}\]|\S{1,80}),? (?:could not be found|was not found|not found|does not exist|doesn't exist)/gi,
    needs: 'aws',
  },
  {
    kind: 'partial',
    form: /Partial credentials found in|PartialCredentialsError|must be provided if ["']?aws-access-key-id["']? is provided|shared credentials \S{1,100} in .{1,200} did not contain aws_(?:access_key_id|secret_access_key|session_token)|\bSharedCreds(?:AccessKey|Secret)\b|\bEnvSecretNotFound\b|AWS_SECRET_ACCESS_KEY not found in environment|\bCredentialsNotComplete\b|(?:only one of|both) (?:the )?(?:AWS )?access[ _]key.{0,30} and (?:the )?(?:AWS )?secret.{0,60}(?:must|need|require|should|is set)|incomplete (?:AWS )?credentials|Static credentials (?:require|need) both/gi,
  },
  {
    kind: 'file',
    form: /Unable to parse config file|\bConfigParseError\b|\bSharedConfigLoadError\b|failed to load (?:AWS )?shared config|Infinite loop in credential configuration|\bInfiniteLoopConfigError\b|Invalid property format: no '='|must specify either static credentials or an assume role configuration|\bSharedCredsLoad\b|failed to load shared credentials file|failed to load the EC2 configuration|is configured to use SSO but is missing required configuration|\bfailed to parse (?:the )?(?:AWS )?(?:config|credentials) file|error parsing (?:the )?(?:AWS )?(?:config|credentials) file|could not parse (?:profile file|config file|credentials file)|profile (?:could not be|configuration was) (?:parsed|invalid)|invalid state with ASTKind|circular (?:profile )?(?:reference|dependency).{0,40}(?:profile|source)|ProfileFile provider could not be built|unsupported key in profile/gi,
  },
  { kind: 'other-source', form: /Credentials loaded by the SDK do not match the expected access key ID/gi },
  {
    kind: 'account-other',
    form: /AWS account ID not allowed|does not match any of the expected account IDs|account ID of the provided credentials|(?:expected|allowed|forbidden) AWS account(?: ID)?s?\W.{0,60}(?:got|but|not)|expected account \d{12},? (?:but )?(?:got|found)|account (?:ID )?\d{12} (?:is )?not in (?:the )?(?:list of )?allowed|AWS account (?:ID )?mismatch/gi,
  },
  {
    kind: 'account-target',
    form: /Need to perform AWS calls for account \d{12}, but (?:the )?(?:current )?credentials are for|but the current credentials are for \d{12}|(?:is|are) for account \d{12},? (?:but|not)/gi,
  },
  {
    kind: 'role-unusable',
    form: /could not be used to assume|IAM Role \([^()]{1,300}\) cannot be assumed|Cannot assume IAM Role|role .{1,300} could not be assumed|could not assume (?:the )?(?:IAM )?role arn:|unable to assume (?:the )?(?:IAM )?role \S{0,200}arn:|Bootstrap role .{0,200} cannot be assumed/gi,
  },
  {
    kind: 'header-character',
    form: /Invalid character in header content \["?(?:authorization|x-amz-[a-z-]{1,40})"?\]|invalid header field value (?:"AWS[^"]{0,200}" )?for (?:key )?"?(?:Authorization|X-Amz-Security-Token)"?|Invalid header value b?["']?AWS4-HMAC|(?:header value|Invalid header).{0,100}AWS4-HMAC-SHA256|Invalid header value b'.{0,100}(?:\\n|\\r)'|Invalid leading whitespace, reserved character|(?:Unexpected char 0x\w{1,4} at \d{1,5} in (?:Authorization|X-Amz-Security-Token|header))/gi,
  },
  {
    kind: 'header-character',
    form: /header content contains invalid characters|Newline or carriage return (?:character )?detected in HTTP|invalid header field value|Illegal character\(?s?\)? in (?:message )?header value|Invalid header value b|New-line characters are not allowed in header|header field value cannot include CR\/LF|failed to parse header value|\bInvalidHeaderValue\b|is not valid header value|Invalid header value/gi,
    needs: 'aws',
  },

  // Regions.
  {
    kind: 'region-none',
    form: /Input required and not supplied: aws-region|You must specify a region|Missing region in config|Unable to load region from any of the providers|\bNoRegionError\b|\bMissingRegion(?:Error)?\b|an AWS region is required|find a region via the region provider chain|https?:\/\/[a-z0-9-]{1,30}\.\.amazonaws\.com|missing region information|Invalid Configuration: Missing Region|Could not find region configuration|No region specified or obtained|No RegionEndpoint or ServiceURL configured|missing region; use :region option|"region" configuration value is required|Required parameter region_name not set|AWS Region was unable to be found|A region must be set when sending requests|(?:AWS )?region (?:is |was )?not configured for AWS|Unable to determine (?:the )?(?:AWS|default) region|unable to auto detect AWS region|Missing required client configuration options: region|region is a required field|AWS_(?:DEFAULT_)?REGION (?:environment variable )?(?:is |was |must be |needs to be )?(?:not set|unset|missing|required|set\b|not defined|undefined)|Set one of AWS_REGION, AWS_DEFAULT_REGION|no AWS region (?:was |has been )?(?:found|set|specified|provided|configured)|No region (?:was )?(?:provided|found|configured|set) (?:for|in) (?:the )?AWS|\bRegionProviderChain\b.{0,60}(?:empty|none)/gi,
  },
  {
    kind: 'region-none',
    form: /\bRegion is missing\b|\bmissing (?:AWS )?region\b|"?region"?: required field is not set|\bregion is required\b|argument "region" is required|no region (?:specified|configured|found|set|provided)|region cannot be (?:empty|null)|region must (?:be specified|not be (?:blank|empty|null))|Invalid region: region was not a valid DNS name/gi,
    needs: 'aws',
  },
  {
    kind: 'region-bad',
    form: /Region is not valid: ?\S{0,60}|invalid AWS Region: ?\S{0,60}|Provided region_name '[^']{0,80}' doesn't match|is not a valid (?:AWS )?region(?: name)?\b|\bInvalidRegionError\b|not a valid AWS region|Unknown (?:AWS )?region:? ['"`]?[a-z]{2}[\w-]{2,30}|\bInvalid (?:AWS )?region:? ['"`]?[\w-]{2,40}|AWS [Rr]egion '?"?[\w-]{1,40}'?"? (?:is )?(?:not|un)(?: |)(?:found|supported|known|valid)|Invalid hostname label|Region [\w-]{2,40} not (?:found|supported|valid)|"?[\w-]{2,40}"? is not (?:a )?supported region|not a valid endpoint region|Invalid endpoint: https?:\/\/(?![\w-]{1,40}\.\.)[\w.-]{1,100}/gi,
  },

  // Registries and clusters.
  {
    kind: 'artifact-login',
    form: /40[13] (?:Unauthorized|Forbidden)(?=.{0,120}\.codeartifact\.)|\.codeartifact\.[a-z0-9-]{4,30}\.amazonaws\.com.{0,200}\b40[13]\b|40[13] (?:Client )?Error:? \w{1,20} for url: https:\/\/[^ ]{0,100}\.codeartifact\.|(?:E401|ENEEDAUTH|authentication token|Unauthorized|Not authorized)(?=.{0,200}\.codeartifact\.)|\.codeartifact\.[^ ]{1,160}.{0,60}(?:Not authorized|Unauthorized|authentication (?:failed|required)|ReasonPhrase: ?Unauthorized)/gi,
  },
  {
    kind: 'registry-denied',
    form: /(?:dkr\.ecr\.|ecr\.aws\/).{0,260}?\b403\b|\b403 Forbidden\b(?=.{0,200}dkr\.ecr\.)|dkr\.ecr\..{0,200}(?:denied: (?:access|requested)|unexpected status(?: code)?:? \[?403)/gi,
  },
  {
    kind: 'registry-none',
    form: /no basic auth credentials(?=.{0,200}(?:dkr\.ecr|amazonaws))|(?:dkr\.ecr\.|ecr\.aws\/).{0,260}?(?:no basic auth credentials|\b401\b|Not Authorized|authentication required|may require '?"?docker login|authorization failed)|(?:pull access denied|repository does not exist).{0,60}(?:dkr\.ecr\.)|\b401 Unauthorized\b(?=.{0,200}dkr\.ecr\.)|login attempt to https:\/\/[^ ]{0,100}dkr\.ecr\.[^ ]{0,100} failed|docker login(?=.{0,100}dkr\.ecr\.).{0,200}(?:failed|exit code)/gi,
  },
  {
    kind: 'registry-none',
    form: /no basic auth credentials|Cannot perform an interactive login from a non[ -]TTY device|Must provide --username with --password-stdin|password is empty\b/gi,
    needs: 'aws',
  },
  {
    kind: 'exec-plugin',
    form: /exec: executable (?:\S{0,60}\/)?(?:aws|aws-iam-authenticator|aws-vault|aws2|eksctl) (?:failed with exit code \d{1,3}|not found)|exec plugin: .{0,80}(?:aws|eks)|getting credentials: (?:exec|decoding)(?=.{0,200}\baws)/gi,
  },
  {
    kind: 'cluster-denied',
    form: /You must be logged in to the server|the server has asked for the client to provide credentials|Your current user or role does not have access to Kubernetes objects|(?:"?system:anonymous"?|user "arn:aws[^"]{1,200}"|User "(?:AIDA|AROA)[^"]{1,200}") cannot \w{2,20} resource/gi,
    needs: 'aws',
  },

  // Nothing there.
  {
    kind: 'none-imds',
    form: /no EC2 IMDS role found|no EC2 instance role found|EC2RoleRequestError: no EC2|Unable to get IAM security credentials from EC2 Instance Metadata|failed to (?:load|retrieve) credentials from (?:EC2|IMDS|the EC2)|request to EC2 IMDS failed|operation error ec2imds: \w{3,20}/gi,
  },
  {
    kind: 'none',
    form: /Unable to locate credentials|AWS (?:Access|Secret) Key[\w ]{0,12} (?:is )?not (?:specified|provided|set|configured|found)|It looks like AWS credentials are not|\bNoCredentialsError\b|\bNoCredentialProviders\b|no valid providers in chain|load (?:AWS )?credentials from any (?:of the )?providers? in the chain|no valid credential sources?(?: for [\w ]{1,60})? ?found|no valid credential sources\b|static credentials are empty|\bEmptyStaticCreds\b|\bEnvAccessKeyNotFound\b|no providers in chain provided credentials|Failed to resolve AWS credentials|(?:credential|credentials) provider was not enabled|No AWS Credentials provided by|AWS provider credentials not found|Could not load credentials to authenticate with AWS|but no credentials (?:found|have been configured|were found)|No identity could be resolved from the chain|\bMissingCredentialsError\b|unable to sign request without credentials|missing credentials, provide credentials with one of|No handler was ready to authenticate|no credentials in the property bag|Credential is missing|Resolved credential object is not valid|No credentials specified or obtained from persisted|environment variables AWS_ACCESS_KEY_ID\/AWS_SECRET_ACCESS_KEY.{0,60}were not set|Cannot read credentials from \S{1,120}\.aws|Could not find environment variable credentials in AWS|could not determine how to establish security credentials|EB CLI cannot find your credentials|Error finding AWS credentials|did you set the AWS_ACCESS_KEY_ID|No AWS credentials? (?:were |was |could be |have been |has been |are )?(?:found|available|provided|configured|set|detected|specified|present)|AWS credentials? (?:were |was |are |is |have |could )?(?:not |missing)(?:been )?(?:be )?(?:found|configured|set|provided|available|loaded|located)?|(?:no|missing) AWS credentials|without AWS credentials|no credentials? for AWS|Unable to load AWS credentials|Unable to load credentials from (?:system settings|environment|any)|Failed to load AWS credentials|Unable to find (?:AWS )?credentials(?= .{0,80}(?:AWS|Exception))|Could not determine how to assume credentials|to sign an? (?:http )?request without credentials|AWS_AUTH_(?:SIGNING_NO_CREDENTIALS|CREDENTIALS_PROVIDER\w{0,60})|no AWS account could be determined|Unable to resolve AWS account to use|Missing value for environment variable `?AWS_ACCESS_KEY_ID|AWS_ACCESS_KEY_ID (?:environment variable |env var )?(?:is |was |must be |needs to be )?(?:not set|unset|missing|required|not defined|undefined|empty|not found)|AWS credentials required|No valid AWS credentials|Unable to detect (?:valid )?(?:AWS )?credentials|couldn't find (?:any )?AWS credentials|Could not find (?:any )?(?:AWS )?credentials(?: to use| in)?(?= .{0,60}(?:AWS|aws))|could not find AWS credentials|credential chain.{0,60}(?:no credentials|could not find|failed)|Secret Validation Failure.{0,120}Credential Chain|(?:aws|AWS) (?:access )?keys? (?:id )?(?:is|are|was|were) (?:missing|not set|not configured|not provided)|\bno_credentials\b|the AWS Access Key ID (?:is|was) not|failed to select an auth scheme to sign the request|no matching auth scheme|no credentials provider|get identity: get credentials: (?:static|no )|AnonymousAWSCredentials|\bCredentialsNotLoaded\b|Unable to get session token|S3 credentials? (?:are |is |were |was )?(?:missing|not (?:found|set|provided|configured))|no valid credential found and anonymous|You are not authenticated.{0,60}AWS|Not authenticated with AWS|does not have (?:any )?AWS credentials/gi,
  },
  {
    kind: 'none',
    form: /\bno credentials (?:found|available|provided|configured|have been configured|were found)\b|\bcredentials? (?:not found|missing)\b|\bMissing credentials\b|\bcould not (?:find|load|resolve|get) credentials\b|no valid credentials? (?:found|source)|credentials (?:were|are|was) not (?:found|set|provided|configured|loaded)|\bunable to (?:find|load|get|obtain|resolve) credentials\b|failed to (?:load|find|get|resolve) credentials/gi,
    needs: 'aws',
  },

  // No answer. The host in it decides whether it is AWS's.
  {
    kind: 'proxy',
    form: /Failed to connect to proxy URL|Proxy Authentication Required|\bProxyConnectionError\b|Unexpected response code for CONNECT: \d{3}|Cannot connect to proxy|Tunnel connection failed: \d{3}|proxyconnect tcp|Proxy CONNECT (?:aborted|failed)|response \d{3} to CONNECT|CONNECT (?:tunnel )?failed, response \d{3}|Unable to tunnel through proxy/gi,
  },
  {
    kind: 'name',
    form: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN|failed)|getaddrinfo\(?\)?: |\bno such host\b|Could ?n[o']t resolve host(?:name)?|Name or service not known|Temporary failure in name resolution|nodename nor servname provided|No such host is known|Inaccessible host: ?|\bUnknownHostException\b|\bNoSuchEndpointError\b|Could not resolve (?:proxy|address)|failed to lookup address information|Failed to resolve '|Name resolution (?:failed|error)|\bNameResolutionError\b|dns error|\bUnknownEndpoint\b|server misbehaving|Could not connect to the endpoint URL|\bEndpointConnectionError\b|no address associated with hostname|Unable to resolve host/gi,
  },
  {
    kind: 'certificate',
    form: /SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|self[- ]signed certificate|unable to (?:get|verify) (?:local issuer|the first) certificate|SSL validation failed|CERTIFICATE_VERIFY_FAILED|certificate signed by unknown authority|PKIX path building failed|certificate (?:has expired|is not trusted|verify failed|is not valid)|Invalid CA bundle|invalid path: \S{1,200}(?:ca|cert)\S{0,60}|could not find a suitable TLS CA certificate bundle|x509: certificate|SSL certificate problem|\bSSLError\b|\bSSLHandshakeException\b|invalid peer certificate|UnknownIssuer|remote certificate is invalid|failed to load custom CA bundle/gi,
  },
  {
    kind: 'refused',
    form: /\bECONNREFUSED\b|connection refused|\bENETUNREACH\b|\bEHOSTUNREACH\b|network is unreachable|no route to host|actively refused|Couldn't connect to server/gi,
  },
  {
    kind: 'broken-off',
    form: /\bECONNRESET\b|connection reset by peer|socket hang up|Connection reset|\bEPIPE\b|unexpected EOF|Connection was closed before we received|\bConnectionClosedError\b|Remote end closed connection|Connection aborted|forcibly closed/gi,
  },
  {
    kind: 'time-out',
    form: /\bETIMEDOUT\b|\bESOCKETTIMEDOUT\b|Connect timeout on endpoint URL|Read timeout on endpoint URL|i\/o timeout|\bConnectTimeout(?:Error|Exception)?\b|\bReadTimeoutError\b|context deadline exceeded|Client\.Timeout exceeded|\bTimeoutError\b|connect(?:ion)? timed out|Connection timed out|TLS handshake timeout|\bSocketTimeoutException\b|Connect to \S{1,150}:\d{1,5} .{0,80}failed|Operation timed out|request timed out|\bHttpRequestTimeout\b|Socket timed out/gi,
  },
  {
    kind: 'unreachable',
    form: /RequestError: send request failed|request send failed|Unable to execute HTTP request|dispatch failure|http request (?:sent )?failed|\bNetworkingError\b|NETWORK_CONNECTION during|error trying to connect|\bHttpConnectionError\b|exceeded maximum number of attempts, \d{1,3}, https response error StatusCode: 0/gi,
    needs: 'aws',
  },

  // Whatever went wrong before.
  {
    kind: 'wrapper-role',
    form: /Could not assume role with (?:OIDC|user credentials)|assume role with web identity failed/gi,
  },
  {
    kind: 'wrapper-none',
    form: /Could not load credentials from any providers|Credentials could not be loaded|\bCredentialsProviderError\b|Missing credentials in config|failed to (?:refresh cached|retrieve|sign request: failed to retrieve) credentials|\bNoAuthWithAWSException\b|\bCredentialsError\b|Unable to determine (?:the )?default (?:AWS )?account|Unable to (?:retrieve|obtain) (?:AWS )?credentials|Could not retrieve credentials from AWS|\bWebIdentityErr\b|get (?:credentials|identity): |failed to sign request|retrieving credentials|validating provider credentials|Invalid provider credentials|unable to validate AWS credentials|checking AWS STS access|error validating provider credentials|AWS credentials? (?:are |is )?(?:invalid|not valid)|Invalid AWS credentials?|invalid credentials\(host=|Unable to (?:validate|verify) (?:the )?AWS credentials/gi,
    needs: 'tool',
  },
];
