export const id = 601;
export const ids = [601];
export const modules = {

/***/ 9601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveRole: () => (/* binding */ proveRole)
});

;// CONCATENATED MODULE: ./src/read/json-web-token.ts
/** Longest token that AssumeRoleWithWebIdentity takes (API reference, `WebIdentityToken`). */
const MAX_TOKEN_LENGTH = 20_000;
/** Longer claims are left out: no claim of GitHub's comes near it, and every claim is matched against patterns. */
const MAX_CLAIM_LENGTH = 4_096;
const MAX_CLAIMS = 200;
const SEGMENT = /^[A-Za-z0-9_-]+$/;
/** Claims that trust policies and explanations speak of, under GitHub's own names. */
const GITHUB_CLAIMS = [
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'ref',
    'ref_type',
    'environment',
    'job_workflow_ref',
    'workflow_ref',
    'event_name',
    'actor',
    'runner_environment',
];
/** Decodes a JSON Web Token; undefined when it is none, or lacks `iss`, `sub` or `aud`. */
function readToken(jwt) {
    if (jwt.length > MAX_TOKEN_LENGTH)
        return undefined;
    const [header, payload, signature, ...rest] = jwt.split('.');
    if (header === undefined || payload === undefined || signature === undefined || rest.length > 0)
        return undefined;
    if (!SEGMENT.test(signature) || readObject(header) === undefined)
        return undefined;
    const object = readObject(payload);
    return object === undefined ? undefined : readClaims(object);
}
function readObject(segment) {
    if (!SEGMENT.test(segment))
        return undefined;
    try {
        const value = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function readClaims(object) {
    const text = readText(object);
    const { iss, sub } = text;
    const aud = readAudience(object['aud']);
    if (iss === undefined || sub === undefined || aud.length === 0)
        return undefined;
    const github = Object.fromEntries(GITHUB_CLAIMS.map((name) => [name, text[name]]));
    return {
        ...github,
        iss,
        aud,
        sub,
        iat: readTime(object['iat']),
        nbf: readTime(object['nbf']),
        exp: readTime(object['exp']),
        text,
    };
}
function readText(object) {
    const text = Object.create(null);
    for (const [name, value] of Object.entries(object).slice(0, MAX_CLAIMS)) {
        if (name.length > MAX_CLAIM_LENGTH)
            continue;
        if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
            continue;
        const written = String(value);
        if (written.length <= MAX_CLAIM_LENGTH)
            text[name] = written;
    }
    return text;
}
function readAudience(value) {
    const list = Array.isArray(value) ? value : [value];
    return list
        .filter((item) => typeof item === 'string' && item.length <= MAX_CLAIM_LENGTH)
        .slice(0, MAX_CLAIMS);
}
/** RFC 7519 counts seconds since 1970, and allows fractions. */
function readTime(value) {
    if (typeof value !== 'number')
        return undefined;
    const date = new Date(value * 1000);
    return Number.isNaN(date.getTime()) ? undefined : date;
}

// EXTERNAL MODULE: ./src/read/role-refusal.ts
var role_refusal = __webpack_require__(3295);
// EXTERNAL MODULE: ./src/role-evidence.ts
var role_evidence = __webpack_require__(7917);
// EXTERNAL MODULE: ./src/secret.ts
var secret = __webpack_require__(7355);
// EXTERNAL MODULE: ./src/ask/call-sts.ts + 1 modules
var call_sts = __webpack_require__(1400);
// EXTERNAL MODULE: ./src/read/arn.ts
var arn = __webpack_require__(1691);
// EXTERNAL MODULE: ./src/read/refusal.ts
var refusal = __webpack_require__(2544);
// EXTERNAL MODULE: ./src/read/role-arn.ts
var role_arn = __webpack_require__(8932);
// EXTERNAL MODULE: ./src/ask/get-caller-identity.ts
var get_caller_identity = __webpack_require__(2704);
// EXTERNAL MODULE: ./src/ask/retry.ts
var retry = __webpack_require__(8267);
;// CONCATENATED MODULE: ./src/ask/insist.ts

/** AWS asks to repeat such a call only a few times (API_AssumeRoleWithWebIdentity, IDPCommunicationError). */
const FEW_TRIES = 3;
const LONGEST_FIRST_WAIT = 1000;
/** Asks again, a few times, where the answer is one that passes by itself. Gives every answer in turn. */
async function insist({ deadline }, ask, passes) {
    const answers = [];
    await (0,retry/* retry */.L)(async (tryNumber) => {
        const value = await ask();
        answers.push(value);
        return passes(value) ? { done: false, value, triesLeft: FEW_TRIES - tryNumber } : { done: true, value };
    }, deadline, { base: LONGEST_FIRST_WAIT });
    return answers;
}

// EXTERNAL MODULE: ./src/ask/printable.ts
var printable = __webpack_require__(8794);
;// CONCATENATED MODULE: ./src/ask/check-role.ts






const LONGEST_ARN = 120;
/** Asks the role's credentials who they are, and takes the answer only where it names the role. Never throws. */
async function checkRole(connection, attempt, role) {
    const answers = await whoIs(connection, attempt);
    const last = answers.at(-1);
    if (last?.kind !== 'accepted')
        return { answers, identity: undefined, check: answers.find(isNotAccepted) };
    if (!isSessionOf(role, last.identity)) {
        const check = another(last);
        return { answers: [...answers.slice(0, -1), check], identity: undefined, check };
    }
    return { answers, identity: last.identity, check: answers.filter(isNotAccepted).find(isLate) };
}
/** Again where AWS does not know them everywhere yet, and with AWS's own time where the runner's is refused. */
async function whoIs(connection, attempt) {
    const answers = await insist(connection, () => (0,get_caller_identity/* getCallerIdentity */.e)(connection, attempt), (answer) => answer.kind === 'refused' && (0,refusal/* readRefusal */.ni)(answer.code, answer.message.reveal()) === 'invalid');
    const last = answers.at(-1);
    if (last?.clock === undefined || !isLate(last))
        return answers;
    const clockOffset = Math.round(-last.clock.skewSeconds * 1000);
    return [...answers, await (0,get_caller_identity/* getCallerIdentity */.e)(connection, { ...attempt, clockOffset })];
}
function isNotAccepted(answer) {
    return answer.kind !== 'accepted';
}
function isLate(answer) {
    return answer.kind === 'refused' && (0,refusal/* readRefusal */.ni)(answer.code, answer.message.reveal()) === 'time';
}
/**
 * The session's ARN leaves out the role's path, IAM does not tell role names apart by case, and an emulator may write
 * another partition: account and name are what counts.
 */
function isSessionOf(role, identity) {
    const session = (0,role_arn/* readRoleArn */.e)((0,arn/* roleArnOfAssumedRole */.No)(identity.arn) ?? '');
    return session.ok && session.account === role.account && session.name.toLowerCase() === role.name.toLowerCase();
}
/** AWS gives out credentials for the role that was asked for: who answers with another's is not AWS. */
function another({ identity, ...common }) {
    const who = (0,printable/* printable */.g)(identity.arn.replaceAll('`', "'"), LONGEST_ARN);
    return {
        ...common,
        kind: 'unanswered',
        why: 'unrecognised',
        problem: undefined,
        status: 200,
        clock: undefined,
        detail: `the credentials that came for the role are told to be \`${who}\`, which is no session of it`,
    };
}

// EXTERNAL MODULE: ./src/ask/transport.ts + 8 modules
var transport = __webpack_require__(3251);
;// CONCATENATED MODULE: ./src/ask/request-id-token.ts




const request_id_token_FEW_TRIES = 3;
const ATTEMPT_TIMEOUT = 5_000;
const LONGEST_MESSAGE = 120;
/**
 * Asks GitHub for the job's OIDC token. Never throws.
 * https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token
 */
async function requestIdToken(oidc, audience, how) {
    const url = URL.parse(oidc.requestUrl);
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && oidc.isNear);
    if (url === null || !safe) {
        const detail = '`ACTIONS_ID_TOKEN_REQUEST_URL` is no https URL, so the request token was not sent';
        return { why: 'not-asked', status: undefined, detail };
    }
    url.searchParams.set('audience', audience);
    const headers = {
        host: url.host,
        accept: 'application/json',
        authorization: `Bearer ${oidc.requestToken.reveal()}`,
    };
    return (0,retry/* retry */.L)(async (tryNumber) => {
        try {
            const answer = await how.send({ method: 'GET', url, headers, body: undefined }, how.deadline, ATTEMPT_TIMEOUT);
            return judge(answer, request_id_token_FEW_TRIES - tryNumber);
        }
        catch (error) {
            return { ...silence(error, tryNumber), cutShort: how.deadline.signal.aborted };
        }
    }, how.deadline);
}
function judge(answer, triesLeft) {
    const { status } = answer;
    const token = status === 200 ? textIn(answer.body, 'value') : undefined;
    if (token !== undefined)
        return { done: true, value: { token: new secret/* Secret */.z(token) } };
    const message = status === 200 ? undefined : textIn(answer.body, 'message');
    const said = message === undefined ? '' : `: "${(0,printable/* printable */.g)(message.replaceAll('`', "'"), LONGEST_MESSAGE)}"`;
    const value = {
        why: 'answer',
        status,
        detail: `GitHub answered with status ${status}${status === 200 ? ' and no token' : said}`,
    };
    return status >= 500 || status === 429 ? { done: false, value, triesLeft } : { done: true, value };
}
function silence(error, tryNumber) {
    const problem = error instanceof transport/* TransportError */.wX ? error.problem : undefined;
    if (problem?.step === 'answer') {
        const detail = `GitHub (\`${problem.host}\`) answered with no token: ${problem.detail ?? 'the answer is not HTTP'}`;
        return { done: false, value: { why: 'answer', status: undefined, detail }, triesLeft: 0 };
    }
    const by = problem && [problem.step, problem.code, problem.proxy && `through the proxy ${problem.proxy.host}`];
    const detail = problem === undefined
        ? 'GitHub could not be asked'
        : `GitHub (\`${problem.host}\`) could not be reached: ${by?.filter(Boolean).join(', ') ?? ''}`;
    const tries = Math.min(request_id_token_FEW_TRIES, problem === undefined ? 1 : (0,transport/* triesFor */.TN)(problem));
    return { done: false, value: { why: 'unreachable', status: undefined, detail }, triesLeft: tries - tryNumber };
}
function textIn(body, name) {
    try {
        const parsed = JSON.parse(body);
        if (typeof parsed !== 'object' || parsed === null || !Object.hasOwn(parsed, name))
            return undefined;
        const value = parsed[name];
        return typeof value === 'string' && value !== '' ? value : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/ask/sdk-handler.ts
var sdk_handler = __webpack_require__(1508);
// EXTERNAL MODULE: ./src/ask/signed-request.ts
var signed_request = __webpack_require__(1537);
;// CONCATENATED MODULE: ./src/ask/sts-client.ts


/** Asks through the SDK's client, which loads only here: few runs assume a role. */
function throughSdk(attempt, run) {
    return async (wire) => {
        const loaded = await Promise.all(/* import() */[__webpack_require__.e(869), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
        const client = new loaded.STSClient(configuration(attempt, wire));
        try {
            await run(client, loaded);
        }
        finally {
            client.destroy();
        }
    };
}
/**
 * Everything that the SDK would else look up in files, variables or the network is given, and its correction of a
 * wrong clock is off: it would hide the very fault that we look for.
 */
function configuration(attempt, wire) {
    const { sessionToken } = attempt;
    const config = {
        region: attempt.region,
        endpoint: attempt.endpoint.href,
        credentials: {
            accessKeyId: attempt.accessKeyId.reveal(),
            secretAccessKey: attempt.secretAccessKey.reveal(),
            ...(sessionToken === undefined ? {} : { sessionToken: sessionToken.reveal() }),
        },
        requestHandler: (0,sdk_handler/* sdkRequestHandler */.M)(wire.send, wire.deadline, wire.attemptTimeout, wire.onAnswer),
        maxAttempts: 1,
        retryMode: 'standard',
        defaultsMode: 'standard',
        useDualstackEndpoint: false,
        useFipsEndpoint: false,
        authSchemePreference: ['sigv4'],
        sigv4aSigningRegionSet: [attempt.region],
        customUserAgent: [signed_request/* USER_AGENT */._.split('/')],
        userAgentAppId: 'aws-credentials-preflight',
        disableClockSkewCorrection: attempt.clockOffset === 0,
        systemClockOffset: attempt.clockOffset,
    };
    return config;
}

;// CONCATENATED MODULE: ./src/ask/token-clock.ts

/** Asks, and takes AWS's time from its words on an expired token where the answer has no other. */
async function withTokenClock(ask) {
    const before = Date.now();
    const answer = await ask();
    if (answer.kind !== 'refused' || answer.clock !== undefined)
        return answer;
    const time = (0,role_refusal/* readTokenRefusalTime */.pL)(answer.message.reveal());
    if (time === undefined)
        return answer;
    const after = Date.now();
    // The message counts whole seconds; when it was written within the call is not known.
    const skewSeconds = ((before + after) / 2 - (time.getTime() + 500)) / 1000;
    const uncertaintySeconds = 0.5 + Math.max(0, after - before) / 2000;
    return { ...answer, clock: { skewSeconds, uncertaintySeconds, basis: 'message' } };
}

;// CONCATENATED MODULE: ./src/ask/prove-role.ts










/** The shortest session there is. */
const DURATION = 900;
/**
 * Proves that the role can be assumed, by web identity where the job may ask GitHub for a token, else from the checked
 * credentials. What comes back is asked once who it is, and dropped.
 */
async function proveRole(proof) {
    if (proof.oidc !== undefined)
        return byWebIdentity(proof, proof.oidc);
    return proof.chainFrom === undefined ? { role: undefined, secrets: [] } : chained(proof, proof.chainFrom);
}
const NOTHING = {
    chainedFrom: undefined,
    claims: undefined,
    tokenProblem: undefined,
    answer: undefined,
    identity: undefined,
    check: undefined,
    expiresAt: undefined,
    trustPolicy: undefined,
};
async function byWebIdentity(proof, oidc) {
    const base = { ...NOTHING, path: 'web-identity', role: proof.role, answers: [] };
    const given = await requestIdToken(oidc, proof.audience, proof.connection);
    if (!('token' in given))
        return { role: { ...base, tokenProblem: given }, secrets: [] };
    const { token } = given;
    const claims = readToken(token.reveal());
    const { region, endpoint } = proof;
    const nobody = new secret/* Secret */.z('');
    const attempt = {
        accessKeyId: nobody,
        secretAccessKey: nobody,
        sessionToken: undefined,
        region,
        endpoint,
        clockOffset: 0,
    };
    const ask = throughSdk(attempt, (client, sdk) => client.send(new sdk.AssumeRoleWithWebIdentityCommand({
        RoleArn: proof.role.arn,
        RoleSessionName: role_evidence/* SESSION_NAME */.z,
        WebIdentityToken: token.reveal(),
        DurationSeconds: DURATION,
    })));
    const answers = await insist(proof.connection, () => withTokenClock(() => (0,call_sts/* callSts */.l)(proof.connection, attempt, 'AssumeRoleWithWebIdentity', ask)), 
    // GitHub's keys may be out of AWS's reach for a moment.
    (answer) => answer.kind === 'refused' && (0,role_refusal/* readRoleRefusal */.R5)(answer.code, answer.message.reveal()) === 'verification-key');
    return conclude(proof, { ...base, claims }, answers, [token]);
}
async function chained(proof, from) {
    const ask = throughSdk(from.attempt, (client, sdk) => client.send(new sdk.AssumeRoleCommand({ RoleArn: proof.role.arn, RoleSessionName: role_evidence/* SESSION_NAME */.z, DurationSeconds: DURATION })));
    const answer = await (0,call_sts/* callSts */.l)(proof.connection, from.attempt, 'AssumeRole', ask);
    const base = { ...NOTHING, path: 'chained', chainedFrom: from.identity, role: proof.role, answers: [] };
    return conclude(proof, base, [answer], []);
}
async function conclude(proof, base, answers, secrets) {
    const answer = answers.at(-1);
    if (answer?.kind !== 'result')
        return { role: { ...base, answers, answer }, secrets };
    const attempt = attemptOf(answer, proof);
    if (attempt === undefined)
        return { role: { ...base, answers, answer: withoutCredentials(answer) }, secrets };
    const { answers: checks, identity, check } = await checkRole(proof.connection, attempt, proof.role);
    const end = Date.parse(answer.fields['Expiration'] ?? '');
    const { accessKeyId, secretAccessKey, sessionToken } = attempt;
    return {
        role: {
            ...base,
            answers: [...answers, ...checks],
            identity,
            check,
            expiresAt: Number.isNaN(end) ? undefined : new Date(end),
        },
        secrets: [...secrets, accessKeyId, secretAccessKey, sessionToken].filter((secret) => secret !== undefined),
    };
}
function attemptOf({ fields, attempt }, { region, endpoint }) {
    const { AccessKeyId, SecretAccessKey, SessionToken } = fields;
    if (!AccessKeyId || !SecretAccessKey || !SessionToken)
        return undefined;
    return {
        accessKeyId: new secret/* Secret */.z(AccessKeyId),
        secretAccessKey: new secret/* Secret */.z(SecretAccessKey),
        sessionToken: new secret/* Secret */.z(SessionToken),
        region,
        endpoint,
        clockOffset: attempt.clockOffset,
    };
}
function withoutCredentials({ attempt, requests, requestIds }) {
    return {
        kind: 'unanswered',
        why: 'unrecognised',
        problem: undefined,
        status: 200,
        detail: 'a result without credentials',
        attempt,
        requests,
        requestIds,
        clock: undefined,
    };
}


/***/ }),

/***/ 3295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R5: () => (/* binding */ readRoleRefusal),
/* harmony export */   SX: () => (/* binding */ refusesRoot),
/* harmony export */   oq: () => (/* binding */ readDenial),
/* harmony export */   pL: () => (/* binding */ readTokenRefusalTime)
/* harmony export */ });
/** Texts as STS words them; a middle part is matched, since full stops, spaces and case vary. */
const TEXTS = [
    ['no openidconnect provider found', 'no-provider'],
    ['incorrect token audience', 'audience'],
    ['configured thumbprint', 'thumbprint'],
    ['retrieve verification key', 'verification-key'],
    ['token expired:', 'token-expired'],
    ['token too old', 'token-expired'],
    ["at 'webidentitytoken' failed", 'not-a-token'],
    ['request arn is invalid', 'arn'],
    ["at 'rolearn' failed", 'arn'],
    ['not authorized to perform sts:assumerolewithwebidentity', 'trust-denied'],
    ['not authorized to perform: sts:assumerolewithwebidentity', 'trust-denied'],
];
const CODES = {
    RegionDisabledException: 'region-disabled',
    InvalidIdentityToken: 'not-a-token',
    IDPRejectedClaim: 'rejected-claim',
    IDPCommunicationError: 'verification-key',
    ExpiredTokenException: 'token-expired',
    PackedPolicyTooLarge: 'packed-policy',
    AccessDenied: 'denied',
    AccessDeniedException: 'denied',
};
/** The text decides before the code: `InvalidIdentityToken` alone has five meanings. Total. */
function readRoleRefusal(code, message) {
    const text = message.toLowerCase();
    const told = TEXTS.find(([part]) => text.includes(part))?.[1];
    if (told !== undefined)
        return told;
    if (Object.hasOwn(CODES, code))
        return CODES[code] ?? 'other';
    return code === 'ValidationError' && text.includes('durationseconds') ? 'duration' : 'other';
}
const TOKEN_TIME = /token expired: {1,3}current date\/time {0,3}(\d{9,11})(?!\d)/i;
/**
 * AWS's clock, whole seconds of it, as its refusal of an expired OIDC token tells it: "Token expired: current date/time
 * 1624482533 must be before …" (aws/aws-sdk-java-v2#5709). Total.
 */
function readTokenRefusalTime(message) {
    const seconds = TOKEN_TIME.exec(message)?.[1];
    return seconds === undefined ? undefined : new Date(Number(seconds) * 1000);
}
/** In a role's case, the resource-based policy is its trust policy. */
const POLICIES = [
    ['service control policy', 'service-control-policy'],
    ['resource control policy', 'resource-control-policy'],
    ['permissions boundary', 'permissions-boundary'],
    ['session policy', 'session-policy'],
    ['vpc endpoint policy', 'vpc-endpoint-policy'],
    ['identity-based policy', 'identity-policy'],
    ['resource-based policy', 'trust-policy'],
    ['trust policy', 'trust-policy'],
];
/** Reads the words that AWS adds to many denials, not to all: ` because no … policy allows …`, ` with an explicit deny in …`. Total. */
function readDenial(message) {
    const text = message.toLowerCase();
    const action = /not authorized to perform:? {0,3}sts:([a-z]{1,40})/i.exec(message)?.[1];
    return {
        action: action === undefined ? undefined : `sts:${action}`,
        by: POLICIES.find(([part]) => text.includes(part))?.[1],
        explicit: text.includes('explicit deny'),
    };
}
/** "Roles may not be assumed by root accounts." Total. */
function refusesRoot(message) {
    return message.toLowerCase().includes('may not be assumed by root');
}


/***/ }),

/***/ 7917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ SESSION_NAME)
/* harmony export */ });
/** RoleSessionName of the proof: what aws-actions/configure-aws-credentials gives by default, since policies may ask for it. */
const SESSION_NAME = 'GitHubActions';


/***/ })

};
