export const id = 560;
export const ids = [560];
export const modules = {

/***/ 7560:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  explainFailedJobs: () => (/* binding */ explainFailedJobs)
});

// EXTERNAL MODULE: ./src/diagnoses/docs.ts
var docs = __webpack_require__(3578);
// EXTERNAL MODULE: ./src/diagnoses/wording.ts
var wording = __webpack_require__(6741);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/explain/clean-log.ts

/** The time that GitHub puts in front of each line of a job's log. */
const TIMESTAMP = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z ?/;
/** How an annotation stands in a log, or in what a command printed. */
const COMMAND = /^(?:##\[(?:error|warning|notice|debug)\]|::(?:error|warning|notice|debug)(?: [^:\n]{0,2000})?::)/;
/** A log as its programs wrote it, with as many lines: without colours, times and workflow commands. Total. */
function cleanLog(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text)
        .split(/\r?\n|\r/)
        .map((line) => line.replace(TIMESTAMP, '').replace(COMMAND, ''))
        .join('\n')
        .replaceAll('%0A', '   ');
}

// EXTERNAL MODULE: ./src/read/region.ts + 1 modules
var read_region = __webpack_require__(1859);
;// CONCATENATED MODULE: ./src/explain/sign.ts
/**
 * Any of these texts, in capitals or not. White space counts as any, since logs wrap lines; a word that begins or ends
 * with a letter is matched whole.
 */
function anyOf(...texts) {
    const forms = texts.map((text) => {
        const words = text.split(' ').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw `\$&`));
        const start = /^\w/.test(text) ? String.raw `(?<![A-Za-z0-9_])` : '';
        const end = /\w$/.test(text) ? String.raw `(?![A-Za-z0-9_])` : '';
        return `${start}${words.join(String.raw `\s{1,40}`)}${end}`;
    });
    return new RegExp(forms.join('|'), 'i');
}
/** The first of these texts that the excerpt holds, as it is written here. */
function firstIn(excerpt, texts) {
    return texts.find((text) => anyOf(text).test(excerpt));
}
/** Calls the sign by whichever of its texts was printed. */
function byText(texts) {
    return { form: anyOf(...texts), matched: ({ excerpt }) => firstIn(excerpt, texts) ?? texts[0] ?? '' };
}

;// CONCATENATED MODULE: ./src/explain/network.ts


/** A host of AWS's, whichever partition's. */
const HOST = /\b([a-z0-9-]{1,36}(?:\.[a-z0-9-]{1,36}){0,4}\.(?:amazonaws\.com(?:\.cn)?|api\.aws|amazonaws\.eu))\b/i;
/** STS's regional host, the FIPS one too. */
const STS_HOST = /\bsts(?:-fips)?\.([a-z0-9-]{0,24})\.(?:amazonaws\.com|api\.aws)/i;
const SAYS_AWS = /amazonaws\.|\.api\.aws|\bAWS\b|\bSTS\b|botocore|aws-sdk|sts:/i;
const LOCAL = /localhost|\b127\.\d|\[?::1\b/i;
/** The addresses of the instance's and the container's endpoint. */
const METADATA = /169\.254\.169\.254|169\.254\.170\.2\b|\[?fd00:ec2::254/i;
const REFUSED = ['ECONNREFUSED', 'connection refused', 'ENETUNREACH', 'EHOSTUNREACH', 'network is unreachable'];
const TLS = [
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'self-signed certificate in certificate chain',
    'self signed certificate in certificate chain',
    'unable to get local issuer certificate',
    'SSL validation failed',
    'CERTIFICATE_VERIFY_FAILED',
    'certificate signed by unknown authority',
];
const NO_METADATA = {
    id: 'source-unavailable',
    why: 'the instance’s or container’s endpoint does not answer: the tool found no other credentials, and there is none here',
};
function unreachable(why, texts, noName = false) {
    return {
        rank: 'network',
        ...byText(texts),
        candidates(clues) {
            if (!isAboutAws(clues))
                return [];
            if (METADATA.test(clues.excerpt))
                return [NO_METADATA];
            return [...(noName ? regionOfHost(clues) : []), { id: 'sts-unreachable', why: `${why}${hostIn(clues)}` }];
        },
    };
}
function isAboutAws({ excerpt, isOfAws }) {
    return SAYS_AWS.test(excerpt) || (isOfAws && !LOCAL.test(excerpt));
}
function hostIn({ excerpt }) {
    const host = HOST.exec(excerpt)?.[1]?.toLowerCase();
    return host === undefined ? '' : ` (\`${host}\`)`;
}
/** A host without an address is most often a region with a typing error. */
function regionOfHost({ excerpt }) {
    const region = STS_HOST.exec(excerpt)?.[1]?.toLowerCase();
    if (region === undefined)
        return [];
    const { known, nearest, dnsSuffix } = (0,read_region/* readRegion */.XP)(region);
    if (known) {
        const suffix = dnsSuffix === undefined || excerpt.toLowerCase().includes(`${region}.${dnsSuffix}`);
        if (suffix)
            return [];
        const why = `the hosts of \`${region}\` end in \`${dnsSuffix}\`: the tool does not know the region’s partition`;
        return [{ id: 'partition-mismatch', why }];
    }
    const meant = nearest[0] === undefined ? '' : `; \`${nearest[0]}\` may be meant`;
    return [{ id: 'region-invalid', why: `the host has no address, and \`${region}\` is no known region${meant}` }];
}
/** What tools print when no answer comes. Other programs print the same of other hosts, so AWS must be named around it. */
const NETWORK = [
    unreachable('the name of the host could not be resolved', [
        'getaddrinfo ENOTFOUND',
        'getaddrinfo EAI_AGAIN',
        'no such host',
        'Could not resolve host',
        'Name or service not known',
        'Temporary failure in name resolution',
        'Could not connect to the endpoint URL',
        'Inaccessible host:',
        'UnknownHostException',
    ], true),
    unreachable('the host did not answer in time', [
        'ETIMEDOUT',
        'Connect timeout on endpoint URL',
        'Read timeout on endpoint URL',
        'i/o timeout',
        'ConnectTimeoutError',
        'context deadline exceeded',
        'TimeoutError',
    ]),
    unreachable('the connection was refused', REFUSED),
    unreachable('the connection broke off', ['ECONNRESET', 'connection reset by peer', 'socket hang up']),
    unreachable('a proxy opens TLS connections, and its root is not trusted', TLS),
    unreachable('the proxy refuses the connection', [
        'Failed to connect to proxy URL',
        'Proxy Authentication Required',
        'ProxyConnectionError',
    ]),
];

// EXTERNAL MODULE: ./src/read/aws-error.ts + 1 modules
var aws_error = __webpack_require__(3719);
;// CONCATENATED MODULE: ./src/explain/causes.ts
/** The causes behind the few sentences that AWS has for many faults. */
const CAUSES = {
    'access-key-rejected': 'the key was deleted, is inactive, or was replaced while the run was under way',
    'secret-access-key-rejected': 'the secret access key is another key’s, or was cut off when it was copied',
    'session-token-missing': 'a temporary key (`ASIA…`) was used without its session token',
    'session-token-stale': 'a session token left over from an earlier step stands beside a long-term key (`AKIA…`)',
    'session-token-mismatched': 'key and session token come from different sessions',
    'session-token-malformed': 'the session token was cut off or altered on its way',
    'session-token-expired': 'the session is over: it ends at the latest when its duration has passed',
    'session-token-region-limited': 'a version 1 session token was used in an opt-in region',
    'partition-mismatch': 'the credentials belong to another partition (commercial, GovCloud, China) than the region that was asked',
    'region-disabled': 'the opt-in region is not enabled for the account',
    'unresolved-placeholder': 'the value is still a placeholder, such as `${{ … }}` or `<your-key>`',
    'swapped-keys': 'key ID and secret access key are in each other’s place',
    'clock-skew': 'the clock of the machine is off: EC2 has the same words for that',
};
function listed(...ids) {
    return ids.map((id) => ({ id, why: CAUSES[id] }));
}
const OF_TEMPORARY = [
    'session-token-missing',
    'session-token-mismatched',
    'session-token-malformed',
    'session-token-expired',
    'access-key-rejected',
    'session-token-region-limited',
    'region-disabled',
    'partition-mismatch',
];
const OF_LONG_TERM = ['access-key-rejected', 'session-token-stale', 'partition-mismatch', 'region-disabled'];
/** "The security token included in the request is invalid", by what is known of the key and of the service that said it. */
function invalid({ key }, code) {
    if (code === 'AuthFailure') {
        return listed('access-key-rejected', 'secret-access-key-rejected', ...(key === 'long-term' ? [] : ['session-token-missing', 'session-token-malformed']), 'region-disabled', 'swapped-keys', 'clock-skew');
    }
    if (code === 'InvalidToken') {
        return listed('session-token-region-limited', 'partition-mismatch', 'session-token-malformed');
    }
    if (key === 'temporary')
        return listed(...OF_TEMPORARY);
    if (key === 'long-term')
        return listed(...OF_LONG_TERM);
    // S3 says this of temporary keys without their token more often than of unknown ones.
    const first = code === 'InvalidAccessKeyId'
        ? ['session-token-missing', 'access-key-rejected']
        : ['access-key-rejected', 'session-token-missing'];
    return listed(...first, 'session-token-stale', 'session-token-mismatched', 'session-token-malformed', 'partition-mismatch', 'session-token-region-limited', 'region-disabled', 'unresolved-placeholder');
}
/** "… is expired": EC2 says it of old signatures too. */
function expired({ key, excerpt }) {
    const clock = /RequestExpired|Request has expired/i.test(excerpt) ? ['clock-skew'] : [];
    if (key === 'long-term')
        return listed('session-token-stale', ...clock);
    if (key === 'temporary')
        return listed('session-token-expired', ...clock);
    return listed('session-token-expired', 'session-token-stale', ...clock);
}
/** AWS's message holds both times, so the clock is measured by it. */
function clockSkewOf(times) {
    if (times === undefined) {
        return { id: 'clock-skew', why: 'the clock of the machine is off by more than AWS allows' };
    }
    const seconds = Math.round((times.signedAt.getTime() - times.serverTime.getTime()) / 1000);
    const amount = Math.abs(seconds) < 120 ? `${Math.abs(seconds)} s` : `${Math.round(Math.abs(seconds) / 60)} min`;
    const window = times.windowMinutes * 60;
    // A request held back until its signature expired is told with the same words, exactly one window later.
    const held = seconds < 0 && Math.abs(-seconds - window) <= 2;
    return {
        id: 'clock-skew',
        why: held
            ? `the request came exactly ${times.windowMinutes} min after it was signed: it was held back or repeated, or the clock is slow`
            : `the clock of the machine was ${amount} ${seconds < 0 ? 'behind' : 'ahead of'} AWS’s when it signed the request`,
    };
}

;// CONCATENATED MODULE: ./src/explain/refusals.ts



const INVALID = ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidAccessKeyId', 'InvalidToken'];
const EXPIRED = ['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'TokenRefreshRequired'];
const SIGNATURE = ['SignatureDoesNotMatch', 'InvalidSignatureException', 'InvalidSignature'];
const INCOMPLETE = ['IncompleteSignatureException', 'IncompleteSignature', 'AuthorizationHeaderMalformed'];
const UNSIGNED = ['MissingAuthenticationTokenException', 'MissingAuthenticationToken'];
const SKEWED = ['RequestTimeTooSkewed', 'RequestInTheFuture'];
/** The code that the tool printed, and AWS's words for it. */
function named(codes, words) {
    return ({ excerpt }) => {
        const code = firstIn(excerpt, codes);
        return code === undefined ? words : `${code}: ${words}`;
    };
}
const OTHER_SIGNATURE = /Signature\s+expired|Signature\s+not\s+yet\s+current|should\s+be\s+scoped/i;
/** The JSON Web Token that GitHub gives a job, not a session of AWS's. */
const WEB_TOKEN = /Token expired: current date|Token too old/i;
/** What AWS answers to credentials that it does not take. The codes are those of facts about STS, EC2, S3 and the JSON services. */
const REFUSALS = [
    {
        rank: 'cause',
        form: anyOf(...INVALID.slice(0, 3), 'security token included in the request is invalid', 'Access Key Id you provided does not exist in our records', 'provided token is malformed or otherwise invalid'),
        matched: ({ excerpt }) => {
            const code = firstIn(excerpt, INVALID) ?? 'InvalidClientTokenId';
            return `${code}: ${INVALID_WORDS[code] ?? 'The security token included in the request is invalid'}`;
        },
        candidates: (clues) => invalid(clues, firstIn(clues.excerpt, INVALID)),
    },
    {
        rank: 'cause',
        form: anyOf('AuthFailure', 'AWS was not able to validate the provided access credentials'),
        matched: 'AuthFailure: AWS was not able to validate the provided access credentials',
        candidates: (clues) => invalid(clues, 'AuthFailure'),
    },
    {
        rank: 'cause',
        form: anyOf(...EXPIRED, 'security token included in the request is expired', 'provided token has expired', 'Request has expired.'),
        unless: WEB_TOKEN,
        matched: named(EXPIRED, 'The security token included in the request is expired'),
        candidates: expired,
    },
    {
        rank: 'cause',
        form: anyOf('Signature expired:', 'Signature not yet current:', 'difference between the request time and the current time is too large', "request time and the server's time is too large", ...SKEWED),
        matched: ({ excerpt }) => firstIn(excerpt, ['Signature not yet current', 'Signature expired', ...SKEWED]) ?? 'RequestTimeTooSkewed',
        candidates: ({ excerpt }) => [clockSkewOf((0,aws_error/* readSignatureTimes */.j)(excerpt))],
    },
    {
        rank: 'cause',
        form: anyOf('Credential should be scoped to'),
        matched: 'Credential should be scoped to a valid region',
        candidates: () => [
            { id: 'region-invalid', why: 'the request was signed for a region that the endpoint is not in, or that is none' },
            { id: 'partition-mismatch', why: 'the endpoint belongs to another partition than the region' },
            { id: 'custom-endpoint', why: '`AWS_ENDPOINT_URL` sends the requests to an endpoint of another region' },
        ],
    },
    {
        rank: 'cause',
        form: anyOf(...SIGNATURE, 'request signature we calculated does not match'),
        unless: OTHER_SIGNATURE,
        matched: named(SIGNATURE, 'The request signature we calculated does not match the signature you provided'),
        candidates: () => [
            { id: 'secret-access-key-rejected', why: 'the secret access key is well-formed, but another key’s' },
            { id: 'stray-characters', why: 'a line end, a space or quotes were stored with the secret access key' },
            { id: 'secret-access-key-malformed', why: 'the secret access key was cut off or altered when it was copied' },
        ],
    },
    {
        rank: 'cause',
        form: /the region '[a-z0-9-]{1,40}' is wrong; expecting '[a-z0-9-]{1,40}'/i,
        matched: 'AuthorizationHeaderMalformed: the region is wrong',
        candidates: ({ excerpt }) => {
            const [, used = '', meant = ''] = /the region '([a-z0-9-]+)' is wrong; expecting '([a-z0-9-]+)'/i.exec(excerpt) ?? [];
            return [
                {
                    id: 'region-invalid',
                    why: `the request was signed for \`${used}\`, and what it is about is in \`${meant}\``,
                },
            ];
        },
    },
    {
        rank: 'cause',
        unless: /the region '[a-z0-9-]{1,40}' is wrong/i,
        form: anyOf(...INCOMPLETE, 'not a valid key=value pair', 'Credential must have exactly 5 slash-delimited elements', 'authorization header is malformed'),
        matched: named(INCOMPLETE, 'the Authorization header cannot be taken apart'),
        candidates: incomplete,
    },
    {
        rank: 'cause',
        form: anyOf(...UNSIGNED, 'Missing Authentication Token'),
        matched: named(UNSIGNED, 'Request is missing Authentication Token'),
        candidates: () => [
            { id: 'no-credentials', why: 'the request was sent unsigned, as with empty credentials' },
            { id: 'incomplete-credentials', why: 'the key ID came without its secret access key, or the other way round' },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('RegionDisabledException', 'STS is not activated in this region'),
        matched: 'RegionDisabledException: STS is not activated in this region',
        candidates: () => [{ id: 'region-disabled', why: 'STS is deactivated in this region for the account' }],
    },
    {
        rank: 'cause',
        form: anyOf('OptInRequired', 'You are not subscribed to this service'),
        matched: 'OptInRequired: You are not subscribed to this service',
        candidates: () => [
            {
                id: 'region-disabled',
                why: 'the opt-in region is not enabled for the account, or the account is not active yet',
            },
        ],
    },
    {
        rank: 'cause',
        // These words alone are used by many; with the operation of an AWS tool around them they are AWS's.
        form: /\bThrottlingException\b|\bThrottling: Rate exceeded|(?:error occurred \(|api error |Error Code: )(?:Throttling|RequestLimitExceeded|TooManyRequestsException|SlowDown)\b/i,
        matched: 'Throttling: Rate exceeded',
        candidates: () => [{ id: 'sts-throttled', why: 'the account makes more calls than AWS allows at once' }],
    },
    {
        rank: 'cause',
        form: /(?:error occurred \(|api error )(?:InternalFailure|InternalError|ServiceUnavailable(?:Exception)?)\b.{0,60}\b(?:GetCallerIdentity|AssumeRole\w*)?/i,
        matched: 'ServiceUnavailable: AWS has a fault of its own',
        candidates: () => [{ id: 'sts-unavailable', why: 'the service failed to answer; the credentials may be fine' }],
    },
];
const INVALID_WORDS = {
    InvalidAccessKeyId: 'The AWS Access Key Id you provided does not exist in our records',
    InvalidToken: 'The provided token is malformed or otherwise invalid',
};
/** A key ID has neither slashes nor spaces, so what stands in its place tells which fault it is. */
function incomplete({ excerpt }) {
    const stray = {
        id: 'stray-characters',
        why: 'a space, a line end or quotes were stored with the access key ID',
    };
    const swapped = { id: 'swapped-keys', why: 'key ID and secret access key are in each other’s place' };
    const malformed = {
        id: 'access-key-id-malformed',
        why: 'what stands in the place of the access key ID is none',
    };
    const inPlaceOfKey = /Credential=(.{0,120}?)\/\d{8}\//i.exec(excerpt)?.[1];
    if (inPlaceOfKey === undefined || /^\*+$/.test(inPlaceOfKey))
        return [stray, swapped, malformed];
    if (/\s/.test(inPlaceOfKey))
        return [stray, malformed];
    return /[/+]/.test(inPlaceOfKey) || inPlaceOfKey.length === 40 ? [swapped, stray] : [malformed, stray, swapped];
}

;// CONCATENATED MODULE: ./src/explain/roles.ts

const AUDIENCE = {
    id: 'oidc-audience-rejected',
    why: 'the identity provider in the account does not list the audience of the token',
};
const PROVIDER = {
    id: 'oidc-provider-missing',
    why: 'the account of the role has no identity provider for the issuer of the token, or the role’s ARN names another account',
};
const BAD_ARN = {
    id: 'role-arn-invalid',
    why: 'what was given as the role is not a role’s ARN, or of a role that does not exist',
};
const DENIED = 'role-assumption-denied';
const ACTION = /not authorized to perform:? ([\w-]{1,40}:\w{1,60})/i;
/** What AWS answers where a role is to be assumed, and where an identity that it knows lacks a permission. */
const ROLES = [
    {
        rank: 'cause',
        form: anyOf('not authorized to perform sts:AssumeRoleWithWebIdentity', 'not authorized to perform: sts:AssumeRoleWithWebIdentity'),
        matched: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        candidates: () => [
            {
                id: 'oidc-trust-denied',
                why: 'the role’s trust policy does not match the token: mostly its `sub` (branch, environment, case, or the new form with IDs), then its `aud`',
            },
            BAD_ARN,
            PROVIDER,
        ],
    },
    {
        rank: 'cause',
        form: anyOf('No OpenIDConnect provider found in your account'),
        matched: 'InvalidIdentityToken: No OpenIDConnect provider found in your account',
        candidates: () => [PROVIDER],
    },
    {
        rank: 'cause',
        form: anyOf('Incorrect token audience'),
        matched: 'InvalidIdentityToken: Incorrect token audience',
        candidates: () => [AUDIENCE],
    },
    {
        rank: 'cause',
        form: anyOf("doesn't match configured thumbprint", 'does not match configured thumbprint'),
        matched: 'OpenIDConnect provider’s HTTPS certificate does not match configured thumbprint',
        candidates: () => [
            {
                id: 'oidc-provider-missing',
                why: 'the identity provider in the account holds an old thumbprint of the issuer',
            },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('retrieve verification key from your identity provider', 'IDPCommunicationError'),
        matched: 'Couldn’t retrieve verification key from your identity provider',
        candidates: () => [
            {
                id: 'oidc-provider-missing',
                why: 'AWS cannot read the issuer’s `/.well-known/openid-configuration` or keys: not public on GitHub Enterprise Server',
            },
            { id: 'oidc-token-unavailable', why: 'the issuer was out of AWS’s reach for a moment: run the job again' },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('Token expired: current date/time', 'Token too old'),
        matched: 'ExpiredTokenException: Token expired',
        candidates: () => [
            {
                id: 'oidc-token-unavailable',
                why: 'the OIDC token was too old when it was used: it lives for minutes, and retries outlive it',
            },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('ID Token provided is not a valid JWT', 'IDPRejectedClaim'),
        matched: 'InvalidIdentityToken: The ID Token provided is not a valid JWT',
        candidates: () => [
            {
                id: 'oidc-token-unavailable',
                why: 'what was sent as the OIDC token is none, or one of its claims was rejected',
            },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('Request ARN is invalid', "at 'roleArn' failed to satisfy constraint", 'Source Account ID is needed'),
        matched: 'ValidationError: Request ARN is invalid',
        candidates: () => [{ id: 'role-arn-invalid', why: 'what was given as the role is not a role’s ARN' }],
    },
    {
        rank: 'cause',
        form: anyOf('DurationSeconds exceeds'),
        matched: 'ValidationError: The requested DurationSeconds exceeds the longest session',
        candidates: ({ excerpt }) => [
            {
                id: 'expires-too-soon',
                why: /chaining/i.test(excerpt)
                    ? 'a session that is assumed from another role’s session lasts one hour at most'
                    : 'the session is asked to last longer than the role’s maximum session duration',
            },
        ],
    },
    {
        rank: 'cause',
        form: anyOf('PackedPolicyTooLarge'),
        matched: 'PackedPolicyTooLarge',
        candidates: () => [{ id: DENIED, why: 'the session tags and policies together are larger than AWS allows' }],
    },
    {
        rank: 'cause',
        form: /\bis\s{1,40}not\s{1,40}authorized\s{1,40}to\s{1,40}perform:?\s{1,40}(?!sts:AssumeRoleWithWebIdentity)[\w-]{1,40}:\w{1,60}|\bUnauthorizedOperation\b|(?:error occurred \(|api error )AccessDenied(?:Exception)?\b/i,
        unless: /perform:? sts:AssumeRoleWithWebIdentity/i,
        matched: ({ excerpt }) => `AccessDenied: not authorized to perform ${ACTION.exec(excerpt)?.[1] ?? 'this operation'}`,
        candidates: denied,
    },
];
/** An identity that AWS names is one that it has accepted. */
function denied({ excerpt }) {
    if (/VPC endpoint policy/i.test(excerpt)) {
        return [{ id: 'access-denied', why: 'the policy of the VPC endpoint on the way refuses the call' }];
    }
    if (/perform:?\s+sts:TagSession/i.test(excerpt)) {
        return [
            {
                id: DENIED,
                why: 'the session is to be tagged, and the role’s trust policy or the caller’s policy does not allow `sts:TagSession`; also where `id-token: write` is missing and the runner’s own role is used instead',
            },
        ];
    }
    if (/perform:?\s+sts:AssumeRole\b/i.test(excerpt)) {
        return [
            {
                id: DENIED,
                why: 'the caller’s policy or the role’s trust policy does not allow `sts:AssumeRole`, or the role does not exist',
            },
        ];
    }
    return [
        {
            id: 'identity-unexpected',
            why: 'the credentials are accepted, and the identity lacks the permission: it may be another one than the job should use',
        },
        { id: 'account-not-allowed', why: 'the credentials are accepted, and may be those of another account' },
    ];
}

;// CONCATENATED MODULE: ./src/explain/sources.ts

const PERMISSION = {
    id: 'oidc-permission-missing',
    why: 'the job has no `permissions: id-token: write`, so GitHub gives it no token',
};
const NONE = { id: 'no-credentials', why: 'no source that the tool looks into holds any credentials' };
const WITHHELD = {
    id: 'secrets-withheld',
    why: 'the secrets are empty: GitHub passes none to pull requests from forks, to Dependabot, or to a called workflow without `secrets: inherit`',
};
const PROFILE = {
    id: 'profile-not-found',
    why: 'the profile that is named is in neither of the shared files',
};
function one(id, why) {
    return () => [{ id, why }];
}
/** What tools say of credentials that they could not find, read or send. */
const SOURCES = [
    {
        rank: 'cause',
        ...byText([
            'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL',
            'Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN',
            'Did you mean to set the `id-token` permission',
            'Did you remember to add id-token: write',
        ]),
        candidates: () => [PERMISSION],
    },
    {
        rank: 'cause',
        ...byText(['Failed to get ID Token', 'Error message: Failed to get ID Token']),
        candidates: one('oidc-token-unavailable', 'GitHub did not issue the token that the job asked for'),
    },
    {
        rank: 'cause',
        form: /(?:config\s+)?profile\s+(?:\([^()\n]{1,80}\)|"[^"\n]{1,80}"|'[^'\n]{1,80}'|\S{1,80})\s+(?:could\s+not\s+be\s+found|was\s+not\s+found|not\s+found)|failed\s+to\s+get\s+shared\s+config\s+profile|SharedConfigProfileNotExist|ProfileNotFound\b/i,
        matched: 'The config profile could not be found',
        candidates: () => [PROFILE],
    },
    {
        rank: 'cause',
        ...byText([
            'Unable to parse config file',
            'ConfigParseError',
            'SharedConfigLoadError',
            'failed to load shared config',
        ]),
        candidates: one('credentials-file-invalid', 'the shared config or credentials file cannot be parsed'),
    },
    {
        rank: 'cause',
        ...byText(['Partial credentials found in']),
        candidates: one('incomplete-credentials', 'one of the two key values is set, the other is not'),
    },
    {
        rank: 'cause',
        ...byText([
            'Error when retrieving credentials from custom-process',
            'ProcessProviderExecutionError',
            'ProcessProviderParseError',
            'error in credential_process',
        ]),
        candidates: one('credential-process-failed', 'the program of `credential_process` failed, or gave no valid answer'),
    },
    {
        rank: 'cause',
        ...byText([
            'Error loading SSO Token',
            'SSO session associated with this profile has expired',
            'SSO session associated with this profile is invalid',
            'Token has expired and refresh failed',
            'SSOProviderInvalidToken',
        ]),
        candidates: one('source-unavailable', 'the cached token of IAM Identity Center is missing or has expired'),
    },
    {
        rank: 'cause',
        ...byText([
            'Error when retrieving credentials from iam-role',
            'Error when retrieving credentials from container-role',
            'The container metadata service cannot be used',
            'EC2MetadataError',
            'Could not load credentials from ECS container metadata',
        ]),
        candidates: one('source-unavailable', 'the container or instance endpoint gave no credentials'),
    },
    {
        rank: 'cause',
        ...byText(['WebIdentityErr', 'unable to read file at']),
        candidates: one('source-unavailable', 'the web identity token file cannot be read'),
    },
    {
        rank: 'cause',
        ...byText([
            'Invalid character in header content ["authorization"]',
            'Invalid character in header content ["x-amz-security-token"]',
            'invalid header field value for "Authorization"',
            'invalid header field value for "X-Amz-Security-Token"',
            "Invalid header value b'AWS4-HMAC-SHA256",
        ]),
        candidates: one('stray-characters', 'a line end or another control character stands in the key ID or the session token'),
    },
    {
        rank: 'cause',
        form: /invalid header field value (?:"AWS[^"\n]{0,200}" )?for key (?:Authorization|"Authorization")/i,
        matched: 'invalid header field value for key Authorization',
        candidates: one('stray-characters', 'a line end or another control character stands in the key ID or the session token'),
    },
    {
        rank: 'cause',
        ...byText(['Credentials loaded by the SDK do not match the expected access key ID configured by the action']),
        candidates: one('ambiguous-sources', 'another source of credentials comes before the one that the step was given'),
    },
    {
        rank: 'cause',
        form: /timestamps differ by \d{1,9} seconds/i,
        matched: 'timestamps differ: check your system clock',
        candidates: one('clock-skew', 'the clock of the machine is off'),
    },
    {
        rank: 'cause',
        ...byText([
            'Input required and not supplied: aws-region',
            'You must specify a region',
            'Missing region in config',
            'Region is missing',
            'NoRegionError',
            'MissingRegion: could not find region configuration',
            'an AWS region is required, but was not found',
            'Unable to find a region via the region provider chain',
            'https://sts..amazonaws.com',
        ]),
        candidates: () => [
            { id: 'region-missing', why: 'no region is set: neither an input, `AWS_REGION`, nor the profile has one' },
            WITHHELD,
        ],
    },
    {
        rank: 'cause',
        form: /Region is not valid:|invalid AWS Region:|Provided region_name '[^'\n]{0,60}' doesn't match/i,
        matched: 'Region is not valid',
        candidates: one('region-invalid', 'what was given as the region is none'),
    },
    {
        rank: 'cause',
        ...byText([
            'AWS account ID not allowed',
            'AWS Account ID not allowed',
            'does not match any of the expected account IDs',
            'account ID of the provided credentials',
        ]),
        candidates: one('account-not-allowed', 'the credentials are accepted, and belong to another account than allowed'),
    },
    {
        rank: 'cause',
        form: /Secret \S{1,80} is required, but not provided while calling/i,
        matched: 'Secret is required, but not provided while calling',
        candidates: () => [WITHHELD],
    },
    {
        rank: 'umbrella',
        ...byText([
            'Could not load credentials from any providers',
            'Credentials could not be loaded',
            'Unable to locate credentials',
            'NoCredentialsError',
            'NoCredentialProviders',
            'no valid providers in chain',
            'Missing credentials in config',
            'Unable to load AWS credentials from any provider in the chain',
            'Unable to load credentials from any of the providers in the chain',
            'No valid credential sources found',
            'no EC2 IMDS role found',
            'no credentials have been configured',
            'static credentials are empty',
            'EmptyStaticCreds',
            'EnvAccessKeyNotFound',
            'no providers in chain provided credentials',
            'failed to refresh cached credentials',
        ]),
        candidates: () => [
            NONE,
            PERMISSION,
            WITHHELD,
            PROFILE,
            { id: 'source-unavailable', why: 'a source is configured, and gave nothing when it was asked' },
        ],
    },
];

;// CONCATENATED MODULE: ./src/explain/explain.ts





const SIGNS = [...REFUSALS, ...ROLES, ...SOURCES, ...NETWORK];
const RANKS = ['cause', 'network', 'umbrella'];
/** What belongs to one message stands this near to it, in characters. */
const BEFORE = 200;
const BEHIND = 600;
/**
 * Recognises the errors about credentials in what any AWS tool printed (AWS CLI, SDKs, Terraform, CDK, GitHub's
 * actions, raw XML and JSON), and names their likely causes. Only the most telling kind counts: what a tool prints for
 * any failure says nothing beside AWS's own answer. Asks nobody, and gives nothing of the text back. Total.
 *
 * @param text of any length; a job's log as GitHub gives it, too
 * @param isOfAws an AWS tool printed it: then a connection that failed was one to AWS, unless it names another host
 * @returns each kind once, in the order of the text; empty where nothing is recognised
 */
function explain(text, isOfAws = false) {
    const log = cleanLog(text);
    const about = { key: keyIn(log), isOfAws };
    const found = SIGNS.flatMap((sign) => recognise(sign, log, about)).sort((a, b) => a.at - b.at);
    const rank = RANKS.find((each) => found.some((one) => one.rank === each));
    const telling = found.filter((one) => one.rank === rank);
    return telling
        .filter((one, index) => telling.findIndex(({ matched }) => matched === one.matched) === index)
        .map(({ matched, at, candidates }) => ({ matched, line: lineAt(log, at), candidates }));
}
/** The first place that stands for this kind: elsewhere the same words may belong to another. */
function recognise(sign, log, about) {
    for (const match of log.matchAll(new RegExp(sign.form, 'gi'))) {
        const at = match.index;
        const excerpt = log.slice(Math.max(0, at - BEFORE), at + match[0].length + BEHIND).replaceAll(/\s+/g, ' ');
        if (sign.unless?.test(excerpt) === true)
            continue;
        const clues = { excerpt, ...about };
        const candidates = sign.candidates(clues);
        if (candidates.length === 0)
            continue;
        const matched = typeof sign.matched === 'string' ? sign.matched : sign.matched(clues);
        return [{ rank: sign.rank, at, matched, candidates }];
    }
    return [];
}
/** Temporary keys begin with ASIA, long-term ones with AKIA; a text that names both tells nothing. */
function keyIn(log) {
    const temporary = /\bASIA[A-Z0-9*…]{4,}/.test(log);
    const longTerm = /\bAKIA[A-Z0-9*…]{4,}/.test(log);
    if (temporary === longTerm)
        return undefined;
    return temporary ? 'temporary' : 'long-term';
}
function lineAt(log, at) {
    return log.slice(0, at).split('\n').length;
}

;// CONCATENATED MODULE: ./src/explain/remedies-of-surroundings.ts

/** For faults of the sources, of roles and of the way to AWS. */
const OF_SURROUNDINGS = {
    'no-credentials': {
        title: 'no credentials were found',
        fix: 'In the job, give the step credentials: `permissions: id-token: write` and a role, or the key variables.',
        docs: docs/* DOCS */.i.chain,
    },
    'incomplete-credentials': {
        title: 'key ID or secret access key is missing',
        fix: 'In the step, set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, both.',
        docs: docs/* DOCS */.i.chain,
    },
    'secrets-withheld': {
        title: 'GitHub passed no secrets',
        fix: 'In the workflow, let the job run for branches of the repository only, or pass `secrets: inherit` to the called workflow.',
        docs: docs/* DOCS */.i.withheldSecrets,
    },
    'oidc-permission-missing': {
        title: 'the job may not ask for an OIDC token',
        fix: 'In the job, add `permissions:` with `id-token: write` and `contents: read`: it replaces the default as a whole.',
        docs: docs/* DOCS */.i.oidcGitHub,
    },
    'profile-not-found': {
        title: 'the profile does not exist',
        fix: 'In the workflow, correct `AWS_PROFILE`, or unset it where no shared files are used.',
        docs: docs/* DOCS */.i.files,
    },
    'credentials-file-invalid': {
        title: 'the shared file cannot be parsed',
        fix: 'On the runner, correct the config or credentials file.',
        docs: docs/* DOCS */.i.files,
    },
    'credential-process-failed': {
        title: 'credential_process failed',
        fix: 'On the runner, run the program of `credential_process` by hand: it must print JSON with `Version`, key and secret.',
        docs: docs/* DOCS */.i.process,
    },
    'source-unavailable': {
        title: 'the source of the credentials did not answer',
        fix: 'On the runner, check the source that the message names: log in again, or give the job another one.',
        docs: docs/* DOCS */.i.chain,
    },
    'ambiguous-sources': {
        title: 'another source of credentials came first',
        fix: "In the job, leave one source only: clear the variables of the others (`AWS_ACCESS_KEY_ID: ''`, `AWS_PROFILE: ''`).",
        docs: docs/* DOCS */.i.chain,
    },
    'account-not-allowed': {
        title: 'the credentials belong to another account',
        fix: 'In the workflow, use the credentials of the account that is to be deployed to.',
        docs: docs/* DOCS */.i.chain,
    },
    'identity-unexpected': {
        title: 'the identity lacks a permission',
        fix: 'In IAM, allow the action for the identity that the message names; or let the job use the identity that has it.',
        docs: docs/* DOCS */.i.roleTroubleshooting,
    },
    'access-denied': {
        title: 'the VPC endpoint refused the call',
        fix: 'In the VPC, allow the call in the policy of the endpoint.',
        docs: docs/* DOCS */.i.vpcEndpoint,
    },
    'role-arn-invalid': {
        title: 'the role is none',
        fix: 'In the workflow, put the role’s ARN: `arn:aws:iam::ACCOUNT:role/NAME`.',
        docs: docs/* DOCS */.i.identifiers,
    },
    'role-assumption-denied': {
        title: 'the role may not be assumed',
        fix: 'In IAM, allow the action in the caller’s policy and in the role’s trust policy.',
        docs: docs/* DOCS */.i.roleTroubleshooting,
    },
    'oidc-provider-missing': {
        title: 'the account has no usable OIDC provider for GitHub',
        fix: 'In IAM of the role’s account, add an identity provider for exactly the issuer that the message names.',
        docs: docs/* DOCS */.i.oidcProvider,
    },
    'oidc-audience-rejected': {
        title: 'the OIDC provider does not list the audience',
        fix: 'In IAM, add the audience to the identity provider (`sts.amazonaws.com` for most), or ask for the one it lists.',
        docs: docs/* DOCS */.i.oidcProvider,
    },
    'oidc-trust-denied': {
        title: 'the trust policy does not match the OIDC token',
        fix: 'In front of the deployment, run this action with `role-to-assume`: it shows the claims and the statement that would match.',
        docs: docs/* DOCS */.i.oidcGitHub,
    },
    'oidc-token-unavailable': {
        title: 'the OIDC token cannot be used',
        fix: 'Run the job again; where the token is made early, ask for it right before it is used.',
        docs: docs/* DOCS */.i.oidcReference,
    },
    'expires-too-soon': {
        title: 'the session is asked to last too long',
        fix: 'In the step, lower `role-duration-seconds`, or raise the role’s maximum session duration (chained roles: 1 hour).',
        docs: docs/* DOCS */.i.roleDuration,
    },
    'sts-unreachable': {
        title: 'AWS could not be reached',
        fix: 'In the network’s egress rules, allow the host; on a runner behind a proxy, set `HTTPS_PROXY`.',
        docs: docs/* DOCS */.i.stsEndpoints,
    },
    'sts-throttled': {
        title: 'AWS throttled the calls',
        fix: 'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`).',
        docs: docs/* DOCS */.i.stsEndpoints,
    },
    'sts-unavailable': {
        title: 'AWS had a fault of its own',
        fix: 'Run the job again; the AWS Health Dashboard tells of larger faults.',
        docs: docs/* DOCS */.i.stsEndpoints,
    },
    'custom-endpoint': {
        title: 'the requests go to another endpoint',
        fix: 'In the job, remove `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_STS`, or let them name an endpoint of the region.',
        docs: docs/* DOCS */.i.endpointSettings,
    },
};

;// CONCATENATED MODULE: ./src/explain/remedies-of-values.ts

const REISSUE = 'In the job, run the step that makes the session again, and hand on all three of its values together.';
/** For faults of the values themselves, the clock and the region. */
const OF_VALUES = {
    'access-key-rejected': {
        title: 'AWS does not know the access key',
        fix: 'In the IAM console, look for the key under the user’s security credentials: activate it, or make a new one and store it.',
        docs: docs/* DOCS */.i.accessKeys,
    },
    'secret-access-key-rejected': {
        title: 'the secret access key is not this key’s',
        fix: 'In the secret store, put key ID and secret access key of one and the same key again, both.',
        docs: docs/* DOCS */.i.signatures,
    },
    'session-token-missing': {
        title: 'the session token is missing',
        fix: 'In the step, set `AWS_SESSION_TOKEN` beside the two other values of the same session.',
        docs: docs/* DOCS */.i.temporaryCredentials,
    },
    'session-token-expired': {
        title: 'the AWS session has expired',
        fix: 'In the job, run the step that makes the session again right before the deployment, or raise its `role-duration-seconds`.',
        docs: docs/* DOCS */.i.roleDuration,
    },
    'clock-skew': {
        title: 'the clock of the runner is off',
        fix: 'On a self-hosted runner, let a time service set the clock; on a GitHub-hosted one, run the job again.',
        docs: docs/* DOCS */.i.ntp,
    },
    'region-invalid': {
        title: 'the region is not one',
        fix: 'In the workflow, put the name of a region, such as `eu-west-1`.',
        docs: docs/* DOCS */.i.regions,
    },
    'region-missing': {
        title: 'no region is set',
        fix: 'In the workflow, set `aws-region` or `AWS_REGION`.',
        docs: docs/* DOCS */.i.regions,
    },
    'region-disabled': {
        title: 'the region is not enabled for the account',
        fix: 'In the account settings, enable the region, or activate STS in it; or use another region.',
        docs: docs/* DOCS */.i.stsRegions,
    },
    'session-token-region-limited': {
        title: 'the session token is not valid in this region',
        fix: 'In the step that makes the session, use the regional STS endpoint.',
        docs: docs/* DOCS */.i.stsRegions,
    },
    'partition-mismatch': {
        title: 'the credentials belong to another partition',
        fix: 'In the workflow, use a region of the partition that the credentials belong to.',
        docs: docs/* DOCS */.i.partitions,
    },
    'stray-characters': {
        title: 'a character too many stands in a credential',
        fix: 'In the secret store, put the value again, without a line end, a space or quotes around it.',
        docs: docs/* DOCS */.i.signatures,
    },
    'swapped-keys': {
        title: 'key ID and secret access key are swapped',
        fix: 'In the secret store, swap the two values, and make a new key: the secret may be in a log by now.',
        docs: docs/* DOCS */.i.signatures,
    },
    'access-key-id-malformed': {
        title: 'the access key ID is none',
        fix: 'In the secret store, put the access key ID: 20 characters that begin with `AKIA` or `ASIA`.',
        docs: docs/* DOCS */.i.identifiers,
    },
    'session-token-stale': {
        title: 'a session token is left over beside a long-term key',
        fix: "In the step that sets the key, add `AWS_SESSION_TOKEN: ''`, which clears what an earlier step exported.",
        docs: docs/* DOCS */.i.temporaryCredentials,
    },
    'session-token-mismatched': {
        title: 'key and session token come from different sessions',
        fix: REISSUE,
        docs: docs/* DOCS */.i.temporaryCredentials,
    },
    'session-token-malformed': {
        title: 'the session token was cut off or altered',
        fix: 'In the secret store, or in the script that hands it on, put the session token again, from its first character to its last.',
        docs: docs/* DOCS */.i.temporaryCredentials,
    },
    'secret-access-key-malformed': {
        title: 'the secret access key is not whole',
        fix: 'In the secret store, put the secret access key again, all 40 characters of it.',
        docs: docs/* DOCS */.i.accessKeys,
    },
    'unresolved-placeholder': {
        title: 'a placeholder stands where a value belongs',
        fix: 'In the workflow, put the expression that reads the secret, such as `${{ secrets.AWS_ACCESS_KEY_ID }}`, and check its name.',
        docs: docs/* DOCS */.i.secrets,
    },
};

;// CONCATENATED MODULE: ./src/explain/remedies.ts


/** For causes that are only read off an error text: nothing of the job itself is known here. */
const REMEDIES = { ...OF_VALUES, ...OF_SURROUNDINGS };
function remedyFor(id) {
    return REMEDIES[id];
}

;// CONCATENATED MODULE: ./src/explain/findings.ts



const LONGEST_NAME = 24;
const MOST_CAUSES = 5;
/**
 * What the log of a job that failed tells of AWS credentials: a finding for each kind of error in it. Nothing is
 * confirmed, since nobody was asked.
 */
function findingsIn(job, log) {
    return explain(log).flatMap((recognised) => findingOf(job, recognised));
}
function findingOf(job, { matched, line, candidates }) {
    const [first, ...others] = candidates;
    if (first === undefined)
        return [];
    const { title, fix, docs } = remedyFor(first.id);
    const name = job.length > LONGEST_NAME ? `${job.slice(0, LONGEST_NAME - 1)}…` : job;
    const finding = {
        id: first.id,
        severity: 'error',
        confirmed: false,
        title: `Job ${name}: ${others.length === 0 ? '' : 'perhaps '}${title}`.slice(0, 80),
        explanation: `The job failed with an error about its AWS credentials. ${others.length === 0 ? 'By that error' : 'The likeliest cause'}: ${first.why}.`,
        evidence: [
            `the log of the job ${(0,wording/* quoted */.TL)(job)} says ${(0,wording/* quoted */.TL)(matched)} (line ${line})`,
            ...others.slice(0, MOST_CAUSES).map((other) => `also possible: ${other.why} (${(0,wording/* quoted */.TL)(other.id)})`),
        ],
        fix: [
            fix,
            ...(others.length === 0
                ? []
                : ['In front of the step that failed, run this action: it asks STS, and tells which of these causes it is.']),
        ],
        docs,
    };
    return [finding];
}

;// CONCATENATED MODULE: ./src/gather/failed-jobs.ts
/** What failed stands at the end of a log. */
const LONGEST_LOG = 8 * 1024 * 1024;
const FAILURES = new Set(['failure', 'timed_out']);
/**
 * Reads the logs of this run's failed jobs (needs `actions: read`;
 * https://docs.github.com/en/rest/actions/workflow-jobs). Never throws.
 *
 * @param signal ends whatever is still under way
 */
async function failedJobs({ repository, runId, runAttempt, apiUrl }, token, signal) {
    if (token === undefined)
        return { why: 'no-token' };
    const [owner = '', repo = ''] = repository?.split('/') ?? [];
    if (repo === '' || !/^\d{1,20}$/.test(runId ?? ''))
        return { why: 'no-run' };
    try {
        const github = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
        const octokit = github.getOctokit(token.reveal(), { baseUrl: apiUrl });
        // The paginator drops what is given with its call.
        octokit.hook.before('request', (options) => {
            Object.assign(options.request, { signal });
        });
        const listed = await jobsOf(octokit, { owner, repo, run_id: Number(runId) }, Number(runAttempt ?? 0));
        const failed = listed.map(jobOf).filter((job) => job !== undefined);
        const jobs = [];
        // One after the other: a log may be large, and there is no hurry.
        for (const { id, name } of failed)
            jobs.push({ name, log: await logOf(octokit, { owner, repo, job_id: id }) });
        return { jobs };
    }
    catch (error) {
        return { why: 'refused', status: statusOf(error) };
    }
}
/** Of this attempt; of the latest one where GitHub knows no attempts, as old servers do not. */
async function jobsOf(octokit, run, attempt) {
    const { listJobsForWorkflowRun, listJobsForWorkflowRunAttempt } = octokit.rest.actions;
    const ofRun = () => octokit.paginate(listJobsForWorkflowRun, { ...run, filter: 'latest', per_page: 100 });
    if (!(attempt > 0))
        return ofRun();
    const ofAttempt = octokit.paginate(listJobsForWorkflowRunAttempt, { ...run, attempt_number: attempt, per_page: 100 });
    return ofAttempt.catch((error) => {
        if (statusOf(error) === 404)
            return ofRun();
        throw error;
    });
}
function jobOf(job) {
    if (typeof job !== 'object' || job === null)
        return undefined;
    const { id, name, conclusion } = job;
    if (!FAILURES.has(conclusion) || typeof id !== 'number')
        return undefined;
    return { id, name: typeof name === 'string' ? name : String(id) };
}
/** GitHub redirects to where the text is kept; it is read as it comes, so that no log has to fit into memory. */
async function logOf(octokit, job) {
    try {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs', {
            ...job,
            request: { parseSuccessResponseBody: false },
        });
        return await endOf(data);
    }
    catch (error) {
        // Without the permission no log can be read; else this one is gone, or did not come in time.
        if (statusOf(error) === 401 || statusOf(error) === 403)
            throw error;
        return undefined;
    }
}
async function endOf(body) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        chunks.push(chunk);
        size += chunk.length;
        while (size - (chunks[0]?.length ?? 0) >= LONGEST_LOG)
            size -= chunks.shift()?.length ?? 0;
    }
    return Buffer.concat(chunks).toString('utf8');
}
/** Of an answer that came: the client itself calls silence a status of 500. */
function statusOf(error) {
    const response = typeof error === 'object' && error !== null && 'response' in error ? error.response : null;
    const status = typeof response === 'object' && response !== null && 'status' in response ? response.status : null;
    return typeof status === 'number' ? status : undefined;
}

// EXTERNAL MODULE: ./src/gather/job.ts + 1 modules
var job = __webpack_require__(1238);
// EXTERNAL MODULE: ./src/gather/secret-variables.ts
var secret_variables = __webpack_require__(6811);
// EXTERNAL MODULE: ./src/report/scrub.ts
var scrub = __webpack_require__(8289);
// EXTERNAL MODULE: ./src/pipeline/usage-report.ts + 1 modules
var usage_report = __webpack_require__(8036);
;// CONCATENATED MODULE: ./src/explain-failed-jobs.ts








/**
 * Explains the errors about AWS credentials in the logs of this run's failed jobs. Asks STS nothing: the verdict is
 * `bad` where something was recognised, else `unknown`. Never throws.
 */
async function explainFailedJobs(settings, { env, host }, deadline) {
    const given = await failedJobs(await (0,job/* readJob */.c)(env, host), settings.githubToken, deadline.signal);
    const secrets = [...(0,secret_variables/* secretVariables */.c)(env), ...(settings.githubToken === undefined ? [] : [settings.githubToken])];
    return { ...(0,scrub/* scrub */._)(conclude(given), secrets), secrets };
}
function conclude(given) {
    if ('why' in given) {
        return said('unknown', [notGiven(given)], 'The logs of the failed jobs could not be read.');
    }
    const findings = given.jobs.flatMap(({ name, log }) => (log === undefined ? [] : findingsIn(name, log)));
    const count = `${given.jobs.length} failed ${given.jobs.length === 1 ? 'job' : 'jobs'}`;
    if (findings.length > 0) {
        const errors = `${findings.length} ${findings.length === 1 ? 'error' : 'errors'}`;
        return said('bad', findings, `Found ${errors} about AWS credentials in the logs of ${count}.`);
    }
    const unread = given.jobs.filter(({ log }) => log === undefined).length;
    const rest = unread === 0 ? '' : `; ${unread} of them left no log`;
    return said('unknown', [], `Found no error about AWS credentials in the logs of ${count}${rest}.`);
}
function said(verdict, findings, closing) {
    return { report: { ...(0,usage_report/* emptyReport */._)(), verdict, findings }, closing };
}
const PERMISSIONS = 'permissions:\n  actions: read\n  contents: read\n';
function notGiven({ why, status }) {
    const answer = status === undefined ? 'GitHub’s API gave no answer' : `GitHub’s API answered with status ${status}`;
    const reasons = {
        'no-token': `${(0,wording/* quoted */.TL)('github-token')} is empty`,
        'no-run': `${(0,wording/* quoted */.TL)('GITHUB_REPOSITORY')} and ${(0,wording/* quoted */.TL)('GITHUB_RUN_ID')} do not name a run`,
        refused: answer,
    };
    return {
        id: 'usage',
        severity: 'unknown',
        confirmed: false,
        title: 'The logs of the failed jobs could not be read',
        explanation: 'With `explain: failed-jobs` the action reads the logs of this run through GitHub’s API.',
        evidence: [reasons[why]],
        fix: [
            'In the job that explains, add `permissions:` with `actions: read`: it replaces the default as a whole.',
            'In this step, leave `github-token` at its default, or give one that may read the run’s actions.',
        ],
        docs: docs/* DOCS */.i.workflowSyntax,
        snippet: { language: 'yaml', text: PERMISSIONS },
    };
}


/***/ })

};
