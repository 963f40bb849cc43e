export const id = 899;
export const ids = [899];
export const modules = {

/***/ 3899:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CATALOGUE: () => (/* binding */ CATALOGUE)
});

// EXTERNAL MODULE: ./src/read/role-refusal.ts
var role_refusal = __webpack_require__(3295);
// EXTERNAL MODULE: ./src/diagnoses/docs.ts
var docs = __webpack_require__(3578);
;// CONCATENATED MODULE: ./src/diagnoses/diagnosis.ts
function entry(diagnosis) {
    const { id, severity, phases, when, exceptions } = diagnosis;
    const hypothesis = diagnosis.hypothesis === true;
    return {
        id,
        severity: typeof severity === 'function' ? undefined : severity,
        otherwise: diagnosis.otherwise,
        phases,
        when,
        exceptions,
        evident: diagnosis.evident === true,
        hypothesis,
        examine(evidence) {
            const detail = diagnosis.detect(evidence);
            if (detail === undefined)
                return undefined;
            return {
                id,
                severity: typeof severity === 'function' ? severity(detail) : severity,
                hypothesis,
                repair: diagnosis.repair && ((attempt) => diagnosis.repair?.(attempt, detail)),
                describe: (now) => diagnosis.describe(detail, now),
                subject: (now) => diagnosis.subject?.(detail, now),
            };
        },
    };
}

// EXTERNAL MODULE: ./src/read/refusal.ts
var refusal = __webpack_require__(2544);
;// CONCATENATED MODULE: ./src/diagnoses/refusal-of.ts

/** What STS's refusal says; undefined where it did not refuse. */
function refusalOf({ answer }) {
    return answer?.kind === 'refused' ? (0,refusal/* readRefusal */.ni)(answer.code, answer.message.reveal()) : undefined;
}
/** The refusal as a line of evidence: code, status and request ID; AWS's own text is never printed. */
function refusalEvidence({ answer }) {
    if (answer?.kind !== 'refused')
        return [];
    const id = answer.requestIds.at(-1);
    return [
        `STS answered \`${answer.code.replace(/[^A-Za-z0-9.]/g, '').slice(0, 60)}\` (status ${answer.status})${id === undefined ? '' : `, request ID \`${id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 64)}\``}`,
    ];
}

// EXTERNAL MODULE: ./src/diagnoses/wording.ts
var wording = __webpack_require__(6741);
;// CONCATENATED MODULE: ./src/diagnoses/role-refusal-of.ts


/** STS's refusal to hand out the role's credentials, and what its text means. */
function roleRefusalOf({ role }) {
    if (role?.answer?.kind !== 'refused')
        return undefined;
    const message = role.answer.message.reveal();
    return { kind: (0,role_refusal/* readRoleRefusal */.R5)(role.answer.code, message), role, message };
}
/** A policy refused it, and not one of the network: that is no fault of the role's. */
function roleDenialOf(evidence) {
    const refusal = roleRefusalOf(evidence);
    const denied = refusal?.kind === 'trust-denied' || refusal?.kind === 'denied';
    return denied && (0,role_refusal/* readDenial */.oq)(refusal.message).by !== 'vpc-endpoint-policy' ? refusal : undefined;
}
/** What explains that a role is refused, where more was found than that. */
const EXPLAINS_A_ROLE = new Set([
    'region-disabled',
    'access-denied',
    'role-arn-invalid',
    'oidc-provider-missing',
    'oidc-audience-rejected',
    'oidc-trust-denied',
    'role-assumption-denied',
    'oidc-token-unavailable',
]);
/** Issuer of the job's token; GitHub's own where there is no token to read. */
function issuerOf(role) {
    return role.claims?.iss ?? 'https://token.actions.githubusercontent.com';
}
/** What the policy's kind is called: "AWS names … as what refuses". */
const POLICY = {
    'identity-policy': 'the policies of the caller',
    'trust-policy': 'the role’s trust policy',
    'service-control-policy': 'a service control policy of the organisation',
    'resource-control-policy': 'a resource control policy of the organisation',
    'permissions-boundary': 'the caller’s permissions boundary',
    'session-policy': 'the policy of the caller’s session',
    'vpc-endpoint-policy': 'the policy of the VPC endpoint',
};
/** What it does to the action: "denies it", or "does not allow it". */
function denyVerb(kind, explicit) {
    const isSeveral = kind === 'identity-policy';
    if (explicit)
        return isSeveral ? 'deny it' : 'denies it';
    return `${isSeveral ? 'do' : 'does'} not allow it`;
}
/** A wrong account in the role's ARN looks like a wrong policy: the account that is expected may tell. */
function otherAccount({ settings, facts }, account) {
    const own = facts?.accessKeyId.account;
    return [
        ...(settings.allowedAccountIds.length > 0 && !settings.allowedAccountIds.includes(account)
            ? [
                `the role is in account ${(0,wording/* quoted */.TL)(account)}, which \`allowed-account-ids\` does not have: its ARN may name the wrong account`,
            ]
            : []),
        ...(own !== undefined && own !== account
            ? [`the job’s access key belongs to another account, ${(0,wording/* quoted */.TL)(own)}`]
            : []),
    ];
}

;// CONCATENATED MODULE: ./src/diagnoses/access-denied.ts






/** GetCallerIdentity needs no permission and no IAM policy can deny it; only a policy on the network's way can. */
const accessDenied = entry({
    id: 'access-denied',
    severity: 'error',
    phases: ['refused', 'role'],
    when: 'a policy on the way (a VPC endpoint’s) refused the call',
    exceptions: 'None: no IAM policy can deny GetCallerIdentity, so the credentials themselves are not the fault.',
    detect(evidence) {
        const { answer } = evidence;
        if (answer?.kind !== 'refused' || refusalOf(evidence) !== 'denied')
            return undefined;
        const { host } = answer.attempt.endpoint;
        const ofRole = roleRefusalOf(evidence);
        if (ofRole === undefined)
            return { host, action: 'sts:GetCallerIdentity' };
        // What refuses a role is mostly a policy of the two sides; only AWS's own words tell of the network's.
        const { by, action } = (0,role_refusal/* readDenial */.oq)(ofRole.message);
        return by === 'vpc-endpoint-policy' ? { host, action: action ?? 'sts:AssumeRole' } : undefined;
    },
    describe({ host, action }, evidence) {
        return {
            title: 'A network policy refuses STS calls from this runner',
            explanation: action === 'sts:GetCallerIdentity'
                ? 'The call is refused although it needs no permission, because a policy of the network, such as a VPC endpoint’s, does not allow it for this principal.'
                : 'The role cannot be assumed from here, because the policy of the VPC endpoint does not allow it, whatever the role’s own policies say.',
            evidence: [`the call went to ${(0,wording/* quoted */.TL)(host)}`, ...refusalEvidence(evidence)],
            fix: [
                `In the VPC console, in the policy of the STS endpoint that this runner uses, allow ${(0,wording/* quoted */.TL)(action)} (and what else the deployment calls) for this account’s principals.`,
            ],
            docs: docs/* DOCS */.i.vpcEndpoint,
        };
    },
});

// EXTERNAL MODULE: ./src/read/stray-characters.ts + 3 modules
var stray_characters = __webpack_require__(3640);
// EXTERNAL MODULE: ./src/secret.ts
var secret = __webpack_require__(7355);
;// CONCATENATED MODULE: ./src/diagnoses/access-key-id-malformed.ts






/** Before anything is asked only what must not or cannot be sent; else STS judges first. */
const accessKeyIdMalformed = entry({
    id: 'access-key-id-malformed',
    severity: 'error',
    phases: ['before', 'refused'],
    evident: true,
    when: 'the value is not of the form of an access key ID (an `AIDA…` or `AROA…` unique ID, another length or alphabet)',
    exceptions: 'Keys of an unusual form that STS accepts are never reported.',
    detect(evidence) {
        const { facts } = evidence;
        const flaw = facts?.accessKeyId.flaw;
        if (facts === undefined || flaw === undefined || evidence.found.includes('swapped-keys'))
            return undefined;
        if (evidence.answer === undefined && facts.accessKeyId.unsafe !== undefined)
            return { flaw, keptBack: 'unsafe' };
        if (facts.placeholder.accessKeyId !== undefined || facts.stray.accessKeyId !== undefined)
            return undefined;
        if (evidence.answer === undefined)
            return isUnsendable(evidence) ? { flaw, keptBack: 'unsendable' } : undefined;
        const kind = refusalOf(evidence);
        return kind === 'time' || kind === 'denied' || flaw.kind === 'emulator' ? undefined : { flaw, keptBack: undefined };
    },
    repair: (attempt, { flaw }) => flaw.kind === 'lower-case'
        ? { ...attempt, accessKeyId: new secret/* Secret */.z(attempt.accessKeyId.reveal().toUpperCase()) }
        : undefined,
    describe({ flaw, keptBack }, evidence) {
        return {
            title: titleOf(flaw),
            explanation: EXPLANATION[keptBack ?? 'refused'],
            evidence: [`${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('accessKeyId', evidence))} holds ${factOf(flaw)}`, ...refusalEvidence(evidence)],
            fix: [
                `${(0,wording/* whereToFix */._C)('accessKeyId', evidence)}, put the access key ID${flaw.kind === 'unique-id' ? '; the IAM console shows it under the user’s security credentials' : ''}.`,
                ...(keptBack === 'unsafe'
                    ? ['If other tools have run with this value, replace the credential in it: error texts and logs may hold it.']
                    : []),
            ],
            docs: flaw.kind === 'unique-id' ? docs/* DOCS */.i.identifiers : docs/* DOCS */.i.accessKeys,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('accessKeyId', evidence),
});
const EXPLANATION = {
    refused: 'AWS knows no such key, because an access key ID has 20 characters: `AKIA` (long-term) or `ASIA` (temporary) and 16 capital letters and digits.',
    unsafe: 'Nothing was sent to AWS, because the key ID travels in clear, and this value must not.',
    unsendable: 'No AWS tool can send it, because the key ID travels in a header of the request, which cannot hold such a character.',
};
function isUnsendable({ attempt }) {
    return (0,stray_characters/* unsendable */.Yf)(attempt?.accessKeyId.reveal() ?? '') !== undefined;
}
function article(noun) {
    return `${/^[aeiou]/i.test(noun) && !noun.startsWith('user') ? 'an' : 'a'} ${noun}`;
}
function titleOf(flaw) {
    switch (flaw.kind) {
        case 'secret':
            return 'A secret access key stands where the access key ID belongs';
        case 'session-token':
            return 'A session token stands where the access key ID belongs';
        case 'unique-id':
            return `The unique ID of ${article(flaw.of.replace('IAM user', 'user'))} stands where the access key ID belongs`;
        case 'arn':
            return 'An ARN stands where the access key ID belongs';
        case 'account-id':
            return 'An account ID stands where the access key ID belongs';
        case 'email':
            return 'An e-mail address stands where the access key ID belongs';
        case 'base64':
            return 'The access key ID is encoded in base64';
        case 'doubled':
            return 'The access key ID stands there twice';
        case 'lower-case':
            return 'The access key ID is written in lower case';
        case 'length':
            return `The access key ID has ${(0,wording/* characters */.hg)(flaw.actual)} instead of ${flaw.expected}`;
        case 'character':
            return `The access key ID has a character that none has (${flaw.codePoint})`;
        default:
            return 'The access key ID does not begin as one does';
    }
}
function factOf(flaw) {
    switch (flaw.kind) {
        case 'empty':
            return 'nothing';
        case 'secret':
            return 'the shape of a secret access key';
        case 'session-token':
            return 'the shape of a session token';
        case 'unique-id':
            return `the unique ID of ${article(flaw.of)}, which is no key`;
        case 'arn':
            return 'an ARN';
        case 'account-id':
            return 'the 12 digits of an account ID';
        case 'email':
            return 'an e-mail address';
        case 'lower-case':
            return 'small letters; access key IDs have capital letters only';
        case 'length':
            return flaw.inFront === undefined
                ? `${(0,wording/* characters */.hg)(flaw.actual)}; access key IDs have ${flaw.expected}`
                : `${(0,wording/* characters */.hg)(flaw.actual)}: a whole key ID, and ${(0,wording/* characters */.hg)(flaw.inFront)} in front of it`;
        case 'base64':
            return 'a text that, decoded from base64, has the form of an access key ID';
        case 'doubled':
            return 'an access key ID twice, 40 characters';
        case 'character':
            return `the character ${flaw.codePoint} at position ${flaw.position}; access key IDs have capital letters and digits only`;
        case 'emulator':
            return 'a key of an emulator';
        case 'prefix':
            return 'a text that begins with neither `AKIA` nor `ASIA`';
    }
}

// EXTERNAL MODULE: ./src/read/session.ts
var read_session = __webpack_require__(5376);
;// CONCATENATED MODULE: ./src/diagnoses/access-key-rejected.ts





/** What remains of "The security token included in the request is invalid" once its other causes are excluded. */
const accessKeyRejected = entry({
    id: 'access-key-rejected',
    severity: 'error',
    phases: ['refused'],
    when: 'the key is unknown, inactive or deleted: what remains once the causes above are excluded',
    exceptions: 'A key made some seconds ago may not be known everywhere yet; run the job again.',
    detect(evidence) {
        if (refusalOf(evidence) !== 'invalid')
            return undefined;
        if (evidence.facts === undefined || evidence.found.some((id) => EXPLAINS.has(id)))
            return undefined;
        const temporary = evidence.facts.accessKeyId.kind === 'temporary';
        return { excluded: excluded(evidence), possible: possible(evidence, temporary), temporary };
    },
    describe({ excluded: without, possible: causes, temporary }, evidence) {
        const account = evidence.facts?.accessKeyId.account;
        const key = (0,wording/* keyOf */.TN)(evidence);
        return {
            title: temporary
                ? `AWS does not accept ${key} with this session token`
                : `AWS does not know the access key ${key}`,
            explanation: `STS calls the credentials invalid, and says no more. What remains possible, likeliest first: ${causes.join('; ')}.`,
            evidence: [
                ...refusalEvidence(evidence),
                account === undefined
                    ? 'the key ID does not tell its account (older keys do not)'
                    : `the key ID belongs to account ${account}`,
                ...without.map((cause) => `excluded: ${cause}`),
            ],
            fix: temporary
                ? [
                    'In the job, run the step that makes the session again, and hand on all three of its values together.',
                    `${(0,wording/* whereToFix */._C)('sessionToken', evidence)}, check that the token was issued with ${key}.`,
                ]
                : [
                    `In the IAM console${account === undefined ? '' : ` of account ${account}`}, look for ${key} under the user’s security credentials: activate it if it is inactive; if it is not there, make a new one.`,
                    `${(0,wording/* whereToFix */._C)('accessKeyId', evidence)}, put the new key ID and its secret. A key replaced while the run was under way is read only by the next run.`,
                ],
            docs: docs/* DOCS */.i.accessKeys,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('accessKeyId', evidence),
});
/** Findings that explain such a refusal by themselves when they could not be repaired. */
const EXPLAINS = new Set([
    'unresolved-placeholder',
    'access-key-id-malformed',
    'session-token-missing',
    'session-token-malformed',
    'session-token-mismatched',
    'session-token-expired',
]);
/** "DurationSeconds … can range from 900 seconds (15 minutes)" (STS API Reference, AssumeRole). */
const SHORTEST_SESSION = 900_000;
/** Milliseconds since the token was issued; NaN, which is neither long nor short, where that is not known. */
function ageOf({ now, issuedAt }) {
    return issuedAt === undefined ? NaN : now.getTime() - issuedAt.getTime();
}
function excluded({ facts, attempt, found, session }) {
    if (facts === undefined)
        return [];
    const token = facts.sessionToken;
    return [
        ...(facts.accessKeyId.wellFormed ? ['a malformed key ID: it has 20 characters of the right form'] : []),
        ...(attempt?.sessionToken === undefined && facts.accessKeyId.kind === 'long-term'
            ? [
                `a ${found.includes('session-token-stale') ? 'left-over session token: the key was asked without it' : 'left-over session token: there is none'}`,
            ]
            : []),
        ...(token?.state === 'complete' ? ['a cut-off session token: it is complete'] : []),
        ...(token?.account !== undefined && token.account === facts.accessKeyId.account
            ? [`a token of another account: key and token both belong to ${token.account}`]
            : []),
        ...(session.issuedAt === undefined || ageOf(session) >= SHORTEST_SESSION
            ? []
            : [
                `a session that has ended: the token was issued at ${(0,wording/* timestamp */.vE)(session.issuedAt)}, less than 15 minutes ago, and no session is shorter`,
            ]),
        ...(facts.region.optIn || facts.region.partition === undefined
            ? []
            : [`a region that must be enabled first: ${(0,wording/* quoted */.TL)(facts.region.name)} need not be`]),
    ];
}
function possible(evidence, temporary) {
    const { facts, settings, session } = evidence;
    const region = facts?.region;
    const opaque = facts?.sessionToken?.state === 'opaque';
    return [
        ...(temporary
            ? [
                ...(ageOf(session) > read_session/* LONGEST_ROLE_SESSION */.tk
                    ? [
                        `the session has ended: its token was issued ${(0,wording/* spell */.lO)(ageOf(session) / 1000)} ago, and a role’s session lasts 12 hours at most`,
                    ]
                    : []),
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('sessionToken', evidence))} belongs to another session of the same account than the key`,
                `the token was ${opaque ? 'cut or ' : ''}altered where its form does not show it`,
                'the session’s user or role was deleted',
            ]
            : ['the key was deleted', 'the key is inactive', 'the key ID has a typing error']),
        ...(region?.partition === undefined || region.partition === 'aws'
            ? ['the key belongs to another partition, such as GovCloud or China']
            : ['the key belongs to commercial AWS, not to this partition']),
        ...(region?.optIn === true && !settings.confirm ? ['the opt-in region is not enabled for the account'] : []),
    ];
}

;// CONCATENATED MODULE: ./src/diagnoses/id-token-permission.ts
/** What gives a job the permission to ask GitHub for an OIDC token. */
const GRANT = [
    'In the job, add `permissions:` with `id-token: write` and `contents: read`: a job’s block replaces the defaults, so all that the job needs must be in it.',
    'In the caller of a reusable workflow, grant the same permission on the calling job.',
];
/** The same as lines to paste. */
const PERMISSIONS = {
    snippet: { language: 'yaml', text: 'permissions:\n  id-token: write\n  contents: read\n' },
    change: { kind: 'permissions', add: { 'id-token': 'write', contents: 'read' } },
};

;// CONCATENATED MODULE: ./src/diagnoses/ambiguous-sources.ts




/** Several sources disagree, and tools would pick different ones; or a lacking permission lets the runner's own slip in. */
const ambiguousSources = entry({
    id: 'ambiguous-sources',
    severity: 'warning',
    phases: ['end'],
    when: 'several sources disagree, and tools would pick different ones; or the runner’s own credentials are used because the job may not ask for an OIDC token',
    exceptions: 'Where only one tool runs in the job, its row in the table is the one that counts. A role may also be meant to be assumed from the runner’s own credentials.',
    detect(evidence) {
        const choices = evidence.gathered.disagreement;
        const runnersOwn = runnersOwnOf(evidence);
        const regions = evidence.gathered.credentials && regionVariables(evidence);
        // Regions that differ are no fault by themselves: they are told where something else is to be told.
        return choices.length > 1 || runnersOwn !== undefined ? { choices, runnersOwn, regions } : undefined;
    },
    describe(ambiguity, evidence) {
        const { choices, runnersOwn, regions } = ambiguity;
        const main = runnersOwn === undefined ? describeChoices(choices, evidence) : describeRunners(runnersOwn, evidence);
        return {
            ...main,
            evidence: [...main.evidence, ...(regions ?? []).map(({ from, value }) => `${from} is ${(0,wording/* quoted */.TL)(value)}`)],
            fix: [...main.fix, ...(regions === undefined ? [] : [ONE_REGION])],
            ...(choices.length > 1
                ? { table: { head: ['Tool', 'Takes'], rows: choices.map(({ tool, takes }) => [tool, takes]) } }
                : {}),
        };
    },
    subject: ({ choices, runnersOwn }) => (runnersOwn === undefined ? subjectOf(choices) : { kind: 'permissions' }),
});
const RUNNERS_OWN = new Set(['instance', 'container', 'web-identity']);
const ONE_REGION = 'In the job’s `env:`, give `AWS_REGION` and `AWS_DEFAULT_REGION` the same value: boto3 and version 1 of the AWS CLI read only the latter.';
function runnersOwnOf({ settings, gathered: { credentials, job } }) {
    const lacksPermission = settings.roleToAssume !== undefined && job.runsInActions && job.oidc === undefined;
    return lacksPermission && credentials !== undefined && RUNNERS_OWN.has(credentials.source)
        ? credentials.location
        : undefined;
}
/** Both variables where they name different regions. */
function regionVariables({ gathered: { region } }) {
    return region?.from === 'AWS_REGION' && region.disagreeing !== undefined ? [region, region.disagreeing] : undefined;
}
function describeRunners(location, { gathered: { job } }) {
    const isFork = job.withholding === 'fork-pull-request';
    return {
        title: 'Without id-token: write, the runner’s own credentials take the role’s place',
        explanation: 'The role of `role-to-assume` can only be assumed from the runner’s own credentials, because the job may not ask GitHub for an OIDC token: AWS tools take those instead without a word.',
        evidence: [
            `this check looked at ${location}`,
            `${job.oidcLacks.map(wording/* quoted */.TL).join(' and ')} ${job.oidcLacks.length > 1 ? 'are' : 'is'} not set: the job has no \`id-token: write\``,
        ],
        fix: [
            ...(isFork ? [] : GRANT),
            'On a runner whose own credentials are meant to assume the role, change nothing: this is only a warning.',
        ],
        docs: docs/* DOCS */.i.oidcGitHub,
        ...(isFork ? {} : PERMISSIONS),
    };
}
function describeChoices(choices, { gathered }) {
    const { credentials } = gathered;
    const token = credentials?.source === 'environment' && credentials.sessionToken !== undefined
        ? `, with the token of ${credentials.names.sessionToken}`
        : '';
    return {
        title: 'AWS tools in this job would use different credentials',
        explanation: 'One tool of the deployment may succeed while the next fails or acts as somebody else, because they search in different orders.',
        evidence: [
            ...choices.map(({ tool, takes }) => `${tool}: ${takes}`),
            ...(credentials === undefined ? [] : [`this check looked at ${credentials.location}${token}`]),
        ],
        fix: fixes(choices),
        docs: docs/* DOCS */.i.chain,
    };
}
/** One line for the variables that an empty value clears, one for those that name a profile. */
function fixes(choices) {
    const rivals = [...new Set(choices.flatMap(({ decidedBy }) => decidedBy))];
    const profiles = rivals.filter(isProfile);
    // Only botocore reads the old name: with the new one emptied the tools would still differ.
    const isOldToken = rivals.includes('AWS_SECURITY_TOKEN');
    const others = rivals.filter((name) => !isProfile(name) && !(isOldToken && USUAL.has(name)));
    const here = 'In the job’s `env:`, or in the step that exports it,';
    const everyTool = profiles.includes('AWS_DEFAULT_PROFILE') ? ' Every tool reads `AWS_PROFILE`.' : '';
    return [
        ...(profiles.length === 0
            ? []
            : [
                `${here} take ${profiles.map(wording/* quoted */.TL).join(' or ')} out where that profile is not meant; an empty value will not do, because the AWS CLI and boto3 then look for a profile without a name.${everyTool}`,
            ]),
        ...(others.length === 0
            ? []
            : [
                `${here} clear what is not meant by an empty value: ${others.map((name) => `\`${name}: ''\``).join(' or ')}.`,
            ]),
    ];
}
function isProfile(name) {
    return name.endsWith('_PROFILE');
}
/** The variable that turns some tools away from the rest; the key variables are the usual source, and seldom the odd one. */
function subjectOf(choices) {
    const [odd] = choices.flatMap(({ decidedBy }) => decidedBy).filter((name) => !USUAL.has(name));
    return odd === undefined ? { kind: 'step' } : { kind: 'environment', name: odd };
}
const USUAL = new Set(['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN']);

// EXTERNAL MODULE: ./src/read/signature-window.ts
var signature_window = __webpack_require__(3503);
;// CONCATENATED MODULE: ./src/diagnoses/clock-skew.ts





const BASIS = {
    'date-header': 'by the Date header of AWS’s answer',
    message: 'by the times in AWS’s refusal',
    'message-over-date': 'by the times in AWS’s refusal; the Date header of the answer says otherwise, as one that a proxy wrote does',
};
/** STS forgives 15 minutes, other services 5, and some SDKs correct the clock without a word: it is measured, always. */
const clockSkew = entry({
    id: 'clock-skew',
    severity: ({ severity }) => severity,
    otherwise: 'warning',
    phases: ['refused', 'role', 'end'],
    when: 'the runner’s clock is off, also where an SDK would hide it by correcting',
    exceptions: 'A TLS-intercepting proxy may put its own date into answers. Raise `max-clock-skew` where only tools run that correct the clock.',
    detect(evidence) {
        const { clock, settings } = evidence;
        if (clock === undefined)
            return undefined;
        const refused = refusalOf(evidence) === 'time';
        // Only what is certainly above the bound counts: the measurement has an uncertainty.
        const atLeast = Math.abs(clock.skewSeconds) - clock.uncertaintySeconds;
        const allowed = settings.maxClockSkew;
        if (refused && (0,signature_window/* explainsRefusal */.$4)(clock))
            return { clock, allowed, severity: 'error', refused };
        if (atLeast > allowed)
            return { clock, allowed, severity: 'error', refused: false };
        return atLeast > allowed / 4 ? { clock, allowed, severity: 'warning', refused: false } : undefined;
    },
    repair: (attempt, { clock }) => ({ ...attempt, clockOffset: Math.round(-clock.skewSeconds * 1000) }),
    describe({ clock, allowed, severity, refused }, evidence) {
        const direction = clock.skewSeconds < 0 ? 'behind' : 'ahead of';
        return {
            title: `The runner’s clock is ${(0,wording/* spell */.lO)(clock.skewSeconds)} ${direction} AWS`,
            explanation: refused
                ? 'AWS refuses every request, because its signature carries the runner’s time, and STS allows 15 minutes at most, other services 5.'
                : severity === 'error'
                    ? `${isAccepted(evidence) ? 'STS still accepts it, but other' : 'Other'} tools of this job may fail, because most AWS services allow 5 minutes at most, and only some SDKs correct the clock by themselves.`
                    : 'Nothing fails yet, but a clock that drifts will: most AWS services allow 5 minutes at most.',
            evidence: [
                `local clock minus AWS’s clock: ${signed(clock.skewSeconds)} s, give or take ${clock.uncertaintySeconds.toFixed(1)} s, ${BASIS[clock.basis]}`,
                `AWS’s time is ${(0,wording/* timestamp */.vE)(evidence.session.now)}`,
                `allowed by \`max-clock-skew\`: ${(0,wording/* spell */.lO)(allowed)}${severity === 'warning' ? ', warned of from a quarter of it' : ''}`,
                ...(refused ? refusalEvidence(evidence) : []),
            ],
            fix: clock_skew_fixes(evidence),
            docs: docs/* DOCS */.i.ntp,
        };
    },
    subject: () => ({ kind: 'job' }),
});
/** A signed call with the clock as it is; after a repair it is AWS's own. */
function isAccepted({ answer, role }) {
    const asked = answer?.kind === 'accepted' ? answer.attempt : undefined;
    return asked?.clockOffset === 0 || role?.identity !== undefined;
}
function signed(seconds) {
    return `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(1)}`;
}
function clock_skew_fixes({ gathered: { job } }) {
    if (job.runnerEnvironment === 'github-hosted') {
        return [
            'In GitHub’s interface, run the job again: a GitHub-hosted runner’s clock is GitHub’s to set, and the next machine has another.',
            job.runnerOs === 'macOS'
                ? 'In the job, before this step, `sudo sntp -sS time.apple.com` sets the clock of a macOS runner.'
                : 'If it comes again, tell GitHub Support, with this message.',
        ];
    }
    return [
        ...(job.isContainer ? ['On the container’s host, set the clock: a container has no clock of its own.'] : []),
        ...commands(job),
        'On a virtual machine that sleeps or is paused, turn on the host’s time synchronisation.',
    ];
}
function commands(job) {
    if (job.isWsl)
        return ['In WSL, `sudo hwclock -s` takes the time of Windows after sleep; `wsl --shutdown` does so too.'];
    switch (job.runnerOs) {
        case 'Windows':
            return ['On the runner, `w32tm /resync` sets the clock; `w32tm /query /status` tells the source.'];
        case 'macOS':
            return ['On the runner, `sudo sntp -sS time.apple.com` sets the clock.'];
        case 'Linux':
            return [
                'On the runner, `timedatectl set-ntp true`, or `chronyc makestep` where chrony runs, sets the clock; `timedatectl` tells whether it is synchronised.',
            ];
        default:
            return [
                'On the machine, set the clock: `timedatectl set-ntp true` or `chronyc makestep` (Linux), `sudo sntp -sS time.apple.com` (macOS), `w32tm /resync` (Windows).',
            ];
    }
}

// EXTERNAL MODULE: ./src/read/arn.ts
var read_arn = __webpack_require__(1691);
;// CONCATENATED MODULE: ./src/diagnoses/expectations.ts




/** Who the expectations are about: the role where one was proved, else the checked credentials. */
function identitiesOf({ answer, role }) {
    if (role !== undefined)
        return role.identity === undefined ? [] : [role.identity];
    return answer?.kind === 'accepted' ? [answer.identity] : [];
}
/** Whose identity it is, for the sentences that name it. */
function whose({ role }, identity) {
    return role?.identity === identity ? 'role' : 'credentials';
}
function told(evidence, identity) {
    return `STS says that ${whose(evidence, identity) === 'role' ? 'the role’s session is' : 'they are'} ${(0,wording/* quoted */.TL)(identity.arn)}`;
}
const accountNotAllowed = entry({
    id: 'account-not-allowed',
    severity: 'error',
    phases: ['accepted', 'role'],
    when: 'the credentials are valid, but not of an allowed account',
    exceptions: 'None: the list is yours.',
    detect(evidence) {
        const allowed = evidence.settings.allowedAccountIds;
        const identity = identitiesOf(evidence).find(({ account }) => allowed.length > 0 && !allowed.includes(account));
        return identity && { identity, allowed };
    },
    describe: ({ identity, allowed }, evidence) => ({
        title: `The ${whose(evidence, identity)} belong${whose(evidence, identity) === 'role' ? 's' : ''} to account ${identity.account}, which is not allowed`,
        explanation: 'The deployment would go to another account than it is meant for.',
        evidence: [told(evidence, identity), `\`allowed-account-ids\` has: ${allowed.map(wording/* quoted */.TL).join(', ')}`],
        fix: [
            whose(evidence, identity) === 'role'
                ? 'In this step, put the role of the right account into `role-to-assume`.'
                : 'In the secret store, or in the step that assumes the role, use the credentials of the right account; environments with the same secret names are easily mixed up.',
            'In this step, add the account to `allowed-account-ids`, if it is right.',
        ],
        docs: docs/* DOCS */.i.chain,
    }),
    subject: () => ({ kind: 'input', name: 'allowed-account-ids' }),
});
const LONGEST_PRINCIPAL = 40;
/** What follows the account in an ARN, short enough for a title. */
function principalIn(arn) {
    const resource = (0,wording/* quoted */.TL)(arn.split(':').slice(5).join(':')).slice(1, -1);
    return resource.length > LONGEST_PRINCIPAL ? `${resource.slice(0, LONGEST_PRINCIPAL - 1)}…` : resource;
}
const identityUnexpected = entry({
    id: 'identity-unexpected',
    severity: 'error',
    phases: ['accepted', 'role'],
    when: 'the credentials are valid, but no `expected-arn` matches',
    exceptions: 'None: the patterns are yours. They are compared as IAM’s StringLike does, case-sensitively.',
    detect(evidence) {
        const patterns = evidence.settings.expectedArns;
        if (patterns.length === 0)
            return undefined;
        const identity = identitiesOf(evidence).find(({ arn }) => !patterns.some((pattern) => (0,read_arn/* matchesArn */.XV)(pattern, arn)));
        return identity && { identity, patterns };
    },
    describe({ identity, patterns }, evidence) {
        const ofRole = whose(evidence, identity) === 'role';
        const caseOnly = patterns.some((pattern) => (0,read_arn/* matchesArn */.XV)(pattern.toLowerCase(), identity.arn.toLowerCase()));
        return {
            title: `The ${ofRole ? 'role’s session is' : 'credentials are'} ${principalIn(identity.arn)}, not as expected`,
            explanation: 'The deployment would run as another principal than it is meant for.',
            evidence: [
                told(evidence, identity),
                `\`expected-arn\` has: ${patterns.map(wording/* quoted */.TL).join(', ')}`,
                ...(identity.principalType === 'assumed-role' ? patterns : [])
                    .filter(read_arn/* isPathOnly */.y8)
                    .map((pattern) => `${(0,wording/* quoted */.TL)(pattern)} matches no session: STS does not tell a role’s path, so the pattern must name the role`),
                ...(caseOnly ? ['they differ only in capital and small letters, which count'] : []),
            ],
            fix: [
                ofRole
                    ? 'In this step, put the right role into `role-to-assume`.'
                    : 'In the step that makes the credentials, assume the right role; a self-hosted runner’s own instance role steps in where that step is left out.',
                `In this step, put ${(0,wording/* quoted */.TL)(identity.arn)} into \`expected-arn\`, if it is right${evidence.settings.roleToAssume === undefined || ofRole ? '' : ': the credentials and the role must each match one of the patterns'}.`,
            ],
            docs: docs/* DOCS */.i.identifiers,
        };
    },
    subject: () => ({ kind: 'input', name: 'expected-arn' }),
});
const rootCredentials = entry({
    id: 'root-credentials',
    severity: 'warning',
    phases: ['accepted', 'role'],
    when: 'the credentials are the account’s root user',
    exceptions: 'None: AWS advises against any use of root access keys.',
    detect: (evidence) => identitiesOf(evidence).find(({ principalType }) => principalType === 'root'),
    describe: (identity) => ({
        title: 'The credentials are the account’s root user',
        explanation: 'Whoever gets hold of this key owns the account, because no policy limits the root user.',
        evidence: [`STS says that they are ${(0,wording/* quoted */.TL)(identity.arn)}`],
        fix: [
            'In IAM, make a role for this job with what it needs, let it be assumed by OIDC, and delete the root access key.',
        ],
        docs: docs/* DOCS */.i.rootUser,
    }),
});
const longTermCredentials = entry({
    id: 'long-term-credentials',
    severity: 'notice',
    phases: ['end'],
    when: 'a long-term key (`AKIA…`) is used in a job',
    exceptions: 'Where OIDC cannot be had, rotate the key; the notice never fails a step.',
    detect: ({ facts, gathered, answer, hasError, found }) => 
    // Of the root user's key there is worse to say.
    gathered.job.runsInActions &&
        !hasError &&
        !found.includes('root-credentials') &&
        answer?.kind === 'accepted' &&
        facts?.accessKeyId.kind === 'long-term'
        ? true
        : undefined,
    describe: (_detail, evidence) => ({
        title: 'The job uses a long-term access key',
        explanation: 'Such a key works until somebody deletes it, wherever it leaks to; a role assumed by OIDC has nothing to leak.',
        evidence: [`${(0,wording/* quoted */.TL)((0,wording/* keyOf */.TN)(evidence))} begins with \`AKIA\``],
        fix: [insteadOfTheKey(evidence)],
        docs: docs/* DOCS */.i.oidcGitHub,
    }),
});
/** A job that has the permission, or the role already, is not told to get it. */
function insteadOfTheKey({ role, gathered }) {
    if (role?.path === 'web-identity' && role.identity !== undefined)
        return 'In the workflow, leave the access key out where the role is enough: this job has just assumed it by OIDC.';
    if (gathered.job.oidc !== undefined)
        return 'In the workflow, let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`: the job may ask for OIDC tokens already.';
    return 'In the workflow, give the job `permissions: id-token: write`, and let `aws-actions/configure-aws-credentials` assume a role with `role-to-assume`.';
}

// EXTERNAL MODULE: ./src/read/unsafe-content.ts
var unsafe_content = __webpack_require__(3708);
;// CONCATENATED MODULE: ./src/diagnoses/incomplete-credentials.ts




/** A key ID without its secret, a secret without its key ID, or a token alone. */
const incompleteCredentials = entry({
    id: 'incomplete-credentials',
    severity: 'error',
    phases: ['before'],
    when: 'there is a key ID without a secret, or a secret without a key ID',
    exceptions: 'None: AWS tools either stop here or pass on to another source without a word.',
    detect({ gathered: { credentials } }) {
        if (credentials === undefined)
            return undefined;
        const has = (field) => (credentials[field]?.reveal().trim() ?? '') !== '';
        const missing = ['accessKeyId', 'secretAccessKey'].filter((field) => !has(field));
        if (missing.length === 0)
            return undefined;
        return {
            missing,
            present: ['accessKeyId', 'secretAccessKey', 'sessionToken'].filter(has),
            isMisplaced: (0,unsafe_content/* isSecretAccessKey */.Ii)(credentials.accessKeyId?.reveal().trim() ?? ''),
        };
    },
    describe({ missing, present, isMisplaced }, evidence) {
        if (isMisplaced)
            return describeMisplaced(evidence);
        const lacking = missing.map(wording/* nounOf */.a2).join(' and ');
        return {
            title: `The ${lacking} ${missing.length > 1 ? 'are' : 'is'} missing`,
            explanation: `The credentials cannot be used, because the access key ID and the secret access key only work together.`,
            evidence: [
                ...missing.map((field) => `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)(field, evidence))} is empty or not set`),
                ...present.map((field) => `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)(field, evidence))} is set`),
            ],
            fix: [
                ...missing.map((field) => `${(0,wording/* whereToFix */._C)(field, evidence)}, add the ${(0,wording/* nounOf */.a2)(field)}.`),
                ...(evidence.gathered.job.runsInActions
                    ? [
                        'In the workflow, compare the names in `secrets.…` with the secret store: a name that does not exist gives an empty text, and no error.',
                    ]
                    : []),
                ...(evidence.gathered.job.withholding === undefined
                    ? []
                    : ['In this event GitHub withholds the secrets by design (a fork’s pull request, or Dependabot).']),
            ],
            docs: docs/* DOCS */.i.accessKeys,
        };
    },
    subject: ({ missing: [first], isMisplaced }, evidence) => isMisplaced ? (0,wording/* subjectOf */.et)('accessKeyId', evidence) : first && (0,wording/* subjectOf */.et)(first, evidence),
});
/** It has not been sent anywhere by this check, so there is no need to rotate it for that alone. */
function describeMisplaced(evidence) {
    const id = (0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('accessKeyId', evidence));
    const secret = (0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('secretAccessKey', evidence));
    return {
        title: 'A secret access key stands in the place of the access key ID',
        explanation: 'The credentials cannot be used, because the key ID is missing and the secret stands in its place; AWS tools would send it in clear.',
        evidence: [
            `${id} has the 40 characters of a secret access key, and no key ID has so many`,
            `${secret} is empty or not set`,
            'this check has sent nothing',
        ],
        fix: [
            `${(0,wording/* whereToFix */._C)('accessKeyId', evidence)}, put the access key ID (20 characters, \`AKIA…\` or \`ASIA…\`), and the value that is there now in ${secret}.`,
            'In IAM, rotate nothing, unless another step has printed the value or called AWS with it: key IDs travel in clear.',
        ],
        docs: docs/* DOCS */.i.accessKeys,
    };
}

// EXTERNAL MODULE: ./src/read/expiration.ts
var expiration = __webpack_require__(3807);
;// CONCATENATED MODULE: ./src/diagnoses/lifetime.ts




/** "Role chaining limits your AWS CLI or AWS API role session to a maximum of one hour" (IAM User Guide). */
const LONGEST_CHAINED = 3600;
/** The most that a role's maximum session duration can be set to, and what it is where nobody set it (IAM User Guide). */
const LONGEST_ROLE_SESSION = 43_200;
const USUAL_ROLE_SESSION = 3600;
function isChained({ role }) {
    return role?.path === 'chained' && role.chainedFrom?.principalType === 'assumed-role';
}
const expiresTooSoon = entry({
    id: 'expires-too-soon',
    severity: 'error',
    phases: ['accepted', 'role'],
    when: 'the credentials are valid, but end before `min-remaining`',
    exceptions: 'None, as far as the statement of when the session ends is right; the evidence names it.',
    detect(evidence) {
        const { settings, session, role, answer } = evidence;
        const wanted = settings.minRemaining;
        if (wanted === undefined)
            return undefined;
        if (role !== undefined)
            return roleLimit(evidence, wanted);
        const end = session.expiresAt ?? session.endsBefore;
        if (end === undefined)
            return undefined;
        const remaining = (end.getTime() - session.now.getTime()) / 1000;
        if (remaining >= wanted)
            return undefined;
        const chained = answer?.kind === 'accepted' && answer.identity.principalType === 'assumed-role';
        const upperBound = session.expiresAt === undefined;
        return { limit: undefined, remaining, wanted, end, basis: session.basis ?? '', upperBound, chained };
    },
    describe: (detail) => (detail.limit === undefined ? describeEnd(detail) : describeLimit(detail)),
    subject: () => ({ kind: 'input', name: 'min-remaining' }),
});
function roleLimit(evidence, wanted) {
    const chained = isChained(evidence);
    const remaining = chained ? LONGEST_CHAINED : LONGEST_ROLE_SESSION;
    if (wanted <= remaining)
        return undefined;
    const end = new Date(evidence.session.now.getTime() + remaining * 1000);
    return { limit: chained ? 'chaining' : 'role', remaining, wanted, end, basis: '', upperBound: true, chained };
}
/** "45 min are needed", "1 h is needed". */
function needed(seconds) {
    const text = (0,wording/* spell */.lO)(seconds);
    return `${text} ${/^1 \w+$/.test(text) ? 'is' : 'are'} needed`;
}
function describeEnd({ remaining, wanted, end, basis, upperBound, chained }) {
    return {
        title: remaining < 0
            ? `The session is said to have ended ${(0,wording/* spell */.lO)(remaining)} ago; ${needed(wanted)}`
            : `The session lasts ${upperBound ? 'at most ' : ''}another ${(0,wording/* spell */.lO)(remaining)}; ${needed(wanted)}`,
        explanation: 'The deployment would break off in the middle, because a session cannot be renewed once the job runs.',
        evidence: [
            `it ends ${upperBound ? 'before' : 'at'} ${(0,wording/* timestamp */.vE)(end)}, by ${(0,wording/* basisOf */.gp)(basis)}`,
            ...(remaining < 0
                ? ['STS accepted the session all the same: either the statement is wrong, or it is about another session']
                : []),
            `\`min-remaining\` asks for ${(0,wording/* spell */.lO)(wanted)}`,
        ],
        fix: [
            'In the job, run `aws-actions/configure-aws-credentials` again right before this step.',
            'In that step, raise `role-duration-seconds`, and in IAM the role’s maximum session duration (12 hours at most).',
            ...(chained
                ? [
                    'A role assumed from another role’s credentials lasts 1 hour at most, whatever is asked: assume it by OIDC directly.',
                ]
                : []),
        ],
        docs: docs/* DOCS */.i.roleDuration,
    };
}
function describeLimit({ limit, remaining, wanted }) {
    const chaining = limit === 'chaining';
    return {
        title: `The role’s session can last ${(0,wording/* spell */.lO)(remaining)} at most; ${needed(wanted)}`,
        explanation: chaining
            ? 'The deployment would break off in the middle, because AWS ends the session of a role that was assumed from another role’s credentials after 1 hour, whatever duration is asked for.'
            : 'The deployment would break off in the middle, because no role’s session can last longer than 12 hours.',
        evidence: [
            ...(chaining ? ['the checked credentials, from which the role is assumed, are a role’s session themselves'] : []),
            `\`min-remaining\` asks for ${(0,wording/* spell */.lO)(wanted)}`,
        ],
        fix: [
            ...(chaining
                ? [
                    'In the job, let the role be assumed by OIDC directly (`permissions: id-token: write`), and raise `role-duration-seconds` and the role’s maximum session duration.',
                ]
                : []),
            'In the workflow, assume the role again before each part of the deployment, and set `min-remaining` to what one part needs.',
        ],
        docs: docs/* DOCS */.i.roleDuration,
    };
}
const expiryUnknown = entry({
    id: 'expiry-unknown',
    severity: 'warning',
    phases: ['accepted', 'role'],
    when: '`min-remaining` is asked, and nothing tells when the session ends',
    exceptions: 'Long-term credentials do not end, and are never reported. That a role’s session may last longer than an hour is not visible from outside of IAM.',
    detect(evidence) {
        const { settings, session, facts, role, found } = evidence;
        const wanted = settings.minRemaining;
        // Where the longest lifetime there is falls short already, nothing more needs to be known.
        if (wanted === undefined || found.includes('expires-too-soon'))
            return undefined;
        if (role !== undefined) {
            const open = role.identity !== undefined && wanted > USUAL_ROLE_SESSION && roleLimit(evidence, wanted) === undefined;
            return open ? { wanted, endsBefore: undefined, undated: [], ofRole: true } : undefined;
        }
        if (session.expiresAt !== undefined || facts?.accessKeyId.kind === 'long-term')
            return undefined;
        const undated = evidence.gathered.expirations.flatMap(({ name, text }) => {
            const read = (0,expiration/* parseExpiration */.l)(text);
            return 'at' in read || read.problem === 'empty' ? [] : [{ name, problem: read.problem }];
        });
        return { wanted, endsBefore: session.endsBefore, undated, ofRole: false };
    },
    describe: (detail) => (detail.ofRole ? describeRole(detail) : describeUnknown(detail)),
    subject: () => ({ kind: 'input', name: 'min-remaining' }),
});
function describeUnknown({ wanted, endsBefore, undated }) {
    return {
        title: 'Nothing tells when the session ends',
        explanation: `The session may or may not last the ${(0,wording/* spell */.lO)(wanted)} that \`min-remaining\` asks for: AWS does not tell, and no other source does.`,
        evidence: [
            ...undated.map(({ name, problem }) => `${(0,wording/* quoted */.TL)(name)} holds no date (${problem})`),
            undated.length === 0
                ? 'the input `expires-at`, `AWS_CREDENTIAL_EXPIRATION` and the other places that state it are empty'
                : 'the input `expires-at` and the other places that state it are empty',
            ...(endsBefore === undefined ? [] : [`by the token’s age it ends before ${(0,wording/* timestamp */.vE)(endsBefore)}`]),
        ],
        fix: [
            'In the step that makes the credentials, set `output-credentials: true`, and in this one `expires-at: ${{ steps.ID.outputs.aws-expiration }}`.',
        ],
        docs: docs/* DOCS */.i.temporaryCredentials,
    };
}
function describeRole({ wanted }) {
    return {
        title: `Nothing tells whether the role’s session may last ${(0,wording/* spell */.lO)(wanted)}`,
        explanation: 'The role can be assumed, but for how long its maximum session duration decides, which only IAM shows: 1 hour, where nobody raised it.',
        evidence: [
            `\`min-remaining\` asks for ${(0,wording/* spell */.lO)(wanted)}`,
            'the role was assumed for 15 minutes only, to prove it, and its credentials were dropped',
        ],
        fix: [
            `In IAM (Roles → the role → Maximum session duration), see that it is ${(0,wording/* spell */.lO)(wanted)} or more.`,
            `In the step that assumes the role for the deployment, set \`role-duration-seconds: ${Math.ceil(wanted)}\`: 3600 is the default.`,
        ],
        docs: docs/* DOCS */.i.roleDuration,
    };
}

;// CONCATENATED MODULE: ./src/diagnoses/source-place.ts

const INPUT = 'the input ';
/** The beginning of a fix, where the thing that names a source stands: an input, a variable, a setting in a file. */
function placeOf(namedBy) {
    if (namedBy.startsWith(INPUT))
        return `In this step, the input ${(0,wording/* quoted */.TL)(namedBy.slice(INPUT.length))}`;
    if (isVariable(namedBy))
        return `In the environment, ${(0,wording/* quoted */.TL)(namedBy)}`;
    const [, key = namedBy, heading, file] = /^(.*?) of (\[.*\]) in (.*)$/s.exec(namedBy) ?? [];
    return heading === undefined || file === undefined
        ? `In the profile, ${(0,wording/* quoted */.TL)(key)}`
        : `In ${(0,wording/* quoted */.TL)(file)}, ${(0,wording/* quoted */.TL)(key)} of ${(0,wording/* quoted */.TL)(heading)}`;
}
/** The same as what a sentence is about. */
function nameOfPlace(namedBy) {
    return namedBy.startsWith(INPUT) ? `The input ${(0,wording/* quoted */.TL)(namedBy.slice(INPUT.length))}` : (0,wording/* quoted */.TL)(namedBy);
}
/** What to point at: the entry itself, or, for a setting in a file, the entry that names the profile. */
function subjectOfSource(namedBy, { gathered }) {
    return entryOf(namedBy) ?? entryOf(gathered.profileNamedBy) ?? { kind: 'step' };
}
function entryOf(namedBy) {
    if (namedBy === undefined)
        return undefined;
    if (namedBy.startsWith(INPUT))
        return { kind: 'input', name: namedBy.slice(INPUT.length) };
    return isVariable(namedBy) ? { kind: 'environment', name: namedBy } : undefined;
}
function isVariable(namedBy) {
    return /^AWS_[A-Z0-9_]+$/.test(namedBy);
}
/** A title of at most 80 characters, in which the name from outside gives way. */
function titled(before, name, after) {
    const room = 80 - before.length - after.length;
    const clean = (0,wording/* quoted */.TL)(name).slice(1, -1);
    return `${before}${clean.length > room ? `${clean.slice(0, room - 1)}…` : clean}${after}`;
}

;// CONCATENATED MODULE: ./src/diagnoses/no-credentials.ts




/** No source has any value. */
const noCredentials = entry({
    id: 'no-credentials',
    severity: 'error',
    phases: ['before'],
    when: 'no source has any credentials',
    exceptions: 'None. Steps that are meant to run without credentials on pull requests from forks can set `on-missing: skip`.',
    detect({ gathered, settings }) {
        if (gathered.credentials !== undefined || gathered.problems.length > 0)
            return undefined;
        // A token may give the role without any credentials; in a job that may have none, that is the fault to name.
        const { oidc, runsInActions } = gathered.job;
        if (settings.roleToAssume !== undefined && (oidc !== undefined || runsInActions))
            return undefined;
        return gathered.job.withholding === undefined ? true : undefined;
    },
    describe(_detail, { gathered, settings }) {
        const rows = placesOf(gathered);
        const { profile } = settings;
        return {
            title: profile === undefined
                ? 'The job has no AWS credentials'
                : titled('The profile ', profile, ' has no credentials'),
            explanation: profile === undefined
                ? 'Every AWS call of this job would fail, because none of the places that AWS tools search holds an access key.'
                : 'Every AWS call with this profile would fail, because it has neither keys nor a role, and the input `aws-profile` has this check look nowhere else.',
            evidence: rows.map(([place, result]) => `${place}: ${result}`),
            fix: [...(profile === undefined ? [] : [fixOfProfile(profile)]), ...fixesFor(gathered)],
            docs: gathered.job.runsInActions ? docs/* DOCS */.i.secrets : docs/* DOCS */.i.chain,
            table: { head: ['Where AWS tools look', 'What is there'], rows },
        };
    },
    subject: (_detail, { settings }) => settings.profile === undefined ? { kind: 'step' } : { kind: 'input', name: 'aws-profile' },
});
/** Every place and what is there; the permission is one more way to come by credentials. */
function placesOf({ looked, job, profileNamedBy }) {
    const permission = job.oidc === undefined ? 'not given to this job' : 'given, and no role is named';
    return [
        ...looked.map(({ place, result }) => [place, result]),
        ...(job.runsInActions && profileNamedBy !== 'the input aws-profile'
            ? [['id-token permission', permission]]
            : []),
    ];
}
function fixOfProfile(profile) {
    return `In the step that writes the shared files, give the profile ${(0,wording/* quoted */.TL)(profile)} keys or a role, or leave this step’s \`aws-profile\` out.`;
}
function fixesFor({ job }) {
    return job.runsInActions
        ? [
            'In the workflow, before this step, run `aws-actions/configure-aws-credentials`, or give this step the keys as `env:` or `with:`.',
            'In the secret store (Settings → Secrets and variables → Actions), check that the secrets exist under the very names that the workflow uses: a name that does not exist gives an empty text, and no error.',
            'In the job, set `environment:` where the secrets belong to an environment; in the caller of a reusable workflow, add `secrets: inherit` or hand each secret on.',
        ]
        : [
            'In the environment, set `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, or name a profile with `AWS_PROFILE`.',
        ];
}
/** No source has any, and GitHub withholds secrets from this event by design. */
const secretsWithheld = entry({
    id: 'secrets-withheld',
    severity: 'error',
    phases: ['before'],
    when: 'there are no credentials, and the event is a fork’s pull request or Dependabot’s, which get no secrets',
    exceptions: 'The step is right to stop a deployment, but a check on pull requests can set `on-missing: skip`.',
    detect({ gathered, settings }) {
        if (gathered.credentials !== undefined || gathered.problems.length > 0)
            return undefined;
        // A run that may ask for a token needs no secrets to assume the role.
        const needsNone = settings.roleToAssume !== undefined && gathered.job.oidc !== undefined;
        return needsNone ? undefined : gathered.job.withholding;
    },
    describe(withholding, { gathered, settings }) {
        const event = gathered.job.eventName ?? 'this event';
        const evidence = [
            `the event is ${(0,wording/* quoted */.TL)(event)}${gathered.job.actor === undefined ? '' : `, started by ${(0,wording/* quoted */.TL)(gathered.job.actor)}`}`,
            'no access key is set anywhere',
        ];
        const skip = settings.onMissing === 'skip' ? [] : [SKIP];
        if (withholding === 'dependabot') {
            return {
                title: 'GitHub gives Dependabot’s runs none of the Actions secrets',
                explanation: 'The AWS keys are empty, because a run that Dependabot started reads Dependabot’s own secret store only.',
                evidence,
                fix: [
                    'In Settings → Secrets and variables → Dependabot, add the same secrets, if these runs are to reach AWS.',
                    ...skip,
                ],
                docs: docs/* DOCS */.i.withheldSecrets,
            };
        }
        const lacking = settings.roleToAssume === undefined ? 'The AWS keys are empty' : 'There is nothing to assume the role with';
        return {
            title: settings.roleToAssume === undefined
                ? 'GitHub gives a pull request from a fork none of the secrets'
                : 'GitHub gives a pull request from a fork no secrets and no OIDC token',
            explanation: `${lacking}, because a run for a fork’s pull request gets no secrets and no \`id-token: write\`, whatever the workflow says, so that a stranger’s code cannot use them.`,
            evidence: ['the pull request comes from another repository than the one it is for', ...evidence],
            fix: [...skip, FOR_PUSHES],
            docs: docs/* DOCS */.i.withheldSecrets,
        };
    },
});
const SKIP = 'In this step, set `on-missing: skip`, so that such a run ends green with a notice.';
const FOR_PUSHES = "In the workflow, keep the jobs that need AWS for pushes: `if: github.event_name != 'pull_request' || github.event.pull_request.head.repo.fork == false`.";

;// CONCATENATED MODULE: ./src/diagnoses/oidc-permission-missing.ts




const oidc_permission_missing_SKIP = 'In this step, set `on-missing: skip`, so that such a run ends green with a notice.';
/** A role is to be assumed by web identity, and the runner offers no OIDC token. */
const oidcPermissionMissing = entry({
    id: 'oidc-permission-missing',
    severity: 'error',
    phases: ['before'],
    when: 'a role is to be assumed by web identity, and the job has no `id-token: write` permission',
    exceptions: 'Where the role is to be assumed from other credentials, the fault is that those are missing; then this finding names the wrong one of the two.',
    detect({ settings, gathered }) {
        const { credentials, problems, job } = gathered;
        if (settings.roleToAssume === undefined || credentials !== undefined || problems.length > 0)
            return undefined;
        // No permission helps a fork's pull request: that is secrets-withheld.
        if (job.withholding === 'fork-pull-request')
            return undefined;
        return job.runsInActions && job.oidc === undefined ? { withholding: job.withholding } : undefined;
    },
    describe({ withholding }, { gathered, settings }) {
        const lacks = gathered.job.oidcLacks.map(wording/* quoted */.TL);
        const advice = withholding === undefined || settings.onMissing === 'skip' ? [] : [oidc_permission_missing_SKIP];
        return {
            title: 'The job may not ask GitHub for an OIDC token',
            explanation: 'The role cannot be assumed by web identity, because GitHub issues a token only to jobs with the permission `id-token: write`.',
            evidence: [
                lacks.length === 1
                    ? `${lacks.join('')} is empty or not set; GitHub sets it together with its companion to jobs that have the permission`
                    : `${lacks.join(' and ')} are not set, which GitHub sets with that permission`,
                'no source has other credentials from which the role could be assumed',
                ...(withholding === 'dependabot'
                    ? ['Dependabot started the run, whose permissions are read-only unless the workflow asks for more']
                    : []),
            ],
            fix: [...GRANT, ...(lacks.length === 1 ? [HANDED_ON] : []), ...advice],
            docs: docs/* DOCS */.i.oidcGitHub,
            ...PERMISSIONS,
        };
    },
    subject: () => ({ kind: 'permissions' }),
});
/** Only one of the two is what a container or a wrapper that passes some variables on leaves behind. */
const HANDED_ON = 'In the step, check what passes the environment on: a container or a wrapper has to hand on both `ACTIONS_ID_TOKEN_REQUEST_…` variables.';

;// CONCATENATED MODULE: ./src/read/trust-policy/request.ts
/**
 * The claims of GitHub that AWS STS offers as condition keys since 2026-01, beside `aud` and `sub`. No other claim
 * can be tested in a trust policy, `repository_owner` and `event_name` included.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif
 */
const GITHUB_KEYS = [
    'actor',
    'actor_id',
    'enterprise_id',
    'environment',
    'job_workflow_ref',
    'ref',
    'repository',
    'repository_id',
    'repository_owner_id',
    'workflow',
];
/** Issuers for which AWS lists those keys; a GitHub Enterprise Server's own issuer is not among them. */
const GITHUB_PROVIDER = /^(?:token\.actions\.githubusercontent\.com(?:\/|$)|token\.actions\.[a-z0-9-]+\.ghe\.com$|github\.com\/enterprises\/)/i;
/** Whether AWS can test this claim of this provider in a trust policy. */
function isConditionKey(provider, claim) {
    const name = claim.toLowerCase();
    if (name === 'aud' || name === 'sub')
        return true;
    return GITHUB_PROVIDER.test(provider) && GITHUB_KEYS.includes(name);
}
/** The key of the name that the caller gives the session: each caller its own. */
const SESSION_NAME_KEY = 'sts:rolesessionname';
/**
 * Keys that no such request holds: AssumeRoleWithWebIdentity takes no external ID, and tags only out of the token,
 * where GitHub puts none. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @param name in lower case
 */
function isNeverSent(name) {
    return NEVER_SENT.includes(name) || name.startsWith('aws:requesttag/');
}
const NEVER_SENT = ['sts:externalid', 'aws:tagkeys', 'sts:transitivetagkeys'];
/** Name of the IAM identity provider of an issuer: its URL without the scheme, a final slash included. */
function providerName(iss) {
    return iss.replace(/^https:\/\//i, '');
}
/** ARN that the issuer's identity provider has in an account. */
function providerArn(partition, account, provider) {
    return `arn:${partition}:iam::${account}:oidc-provider/${provider}`;
}
/**
 * The request that this token makes for a role. `roleSessionName`: as it will be sent; without it a condition on it
 * stays undetermined.
 */
function webIdentityRequest(claims, role, roleSessionName) {
    const provider = providerName(claims.iss);
    const context = {
        [`${provider}:aud`]: claims.aud,
        [`${provider}:sub`]: [claims.sub],
    };
    for (const claim of GITHUB_KEYS) {
        const value = claims.text[claim];
        if (value !== undefined && isConditionKey(provider, claim))
            context[`${provider}:${claim}`] = [value];
    }
    if (roleSessionName !== undefined)
        context['sts:RoleSessionName'] = [roleSessionName];
    return {
        roleAccount: role.account,
        partition: role.partition,
        provider,
        action: 'sts:AssumeRoleWithWebIdentity',
        context,
        claims,
    };
}

;// CONCATENATED MODULE: ./src/diagnoses/oidc-provider.ts






const GITHUB = 'token.actions.githubusercontent.com';
function providerFault({ role, settings }, fault) {
    if (role === undefined)
        return undefined;
    const issuer = issuerOf(role);
    const provider = providerName(issuer);
    const { account, partition } = role.role;
    const audience = role.claims?.aud[0] ?? settings.audience;
    return { fault, issuer, account, provider, arn: providerArn(partition, account, provider), audience };
}
/** GitHub runs its own issuer, those of single enterprises, and those of `ghe.com`; any other server is somebody's own. */
function isOwnServer(provider) {
    const [host = ''] = provider.split('/', 1);
    return host !== GITHUB && !host.endsWith('.ghe.com');
}
const TITLE = {
    missing: (account) => `Account ${account} has no OIDC provider for this issuer`,
    thumbprint: () => 'The OIDC provider’s thumbprint does not fit the issuer’s certificate',
    keys: () => 'AWS cannot fetch the keys of this GitHub Enterprise Server',
};
const oidc_provider_EXPLANATION = {
    missing: 'AWS cannot check the job’s token, because the role’s account does not know who issued it.',
    thumbprint: 'AWS does not trust the issuer’s server, because its certificate is signed by none that the provider lists.',
    keys: 'AWS cannot check the token’s signature, because it does not reach the issuer’s discovery document and keys.',
};
/** The role's account does not know the issuer, or cannot use what it knows of it. */
const oidcProviderMissing = entry({
    id: 'oidc-provider-missing',
    severity: 'error',
    phases: ['role'],
    when: 'the role’s account has no usable OIDC provider for the issuer of the job’s token',
    exceptions: 'A provider made some seconds ago may not be known everywhere yet.',
    detect(evidence) {
        const kind = roleRefusalOf(evidence)?.kind;
        if (kind === 'no-provider')
            return providerFault(evidence, 'missing');
        if (kind === 'thumbprint')
            return providerFault(evidence, 'thumbprint');
        // On GitHub's own servers it passes by itself; a server of one's own has to be reachable from AWS.
        const keys = kind === 'verification-key' ? providerFault(evidence, 'keys') : undefined;
        return keys !== undefined && isOwnServer(keys.provider) ? keys : undefined;
    },
    describe(fault, evidence) {
        const { issuer, account, provider } = fault;
        return {
            title: TITLE[fault.fault](account),
            explanation: oidc_provider_EXPLANATION[fault.fault],
            evidence: [
                `the token’s issuer is ${(0,wording/* quoted */.TL)(issuer)}`,
                ...(fault.fault === 'missing' && provider !== GITHUB
                    ? [`that is an issuer of its own: a provider for ${(0,wording/* quoted */.TL)(`https://${GITHUB}`)} does not serve it`]
                    : []),
                `the role is ${(0,wording/* quoted */.TL)(evidence.role?.role.arn ?? '')}`,
                ...(fault.fault === 'missing' ? otherAccount(evidence, account) : []),
                ...refusalEvidence(evidence),
            ],
            fix: oidc_provider_fixes(fault, otherAccount(evidence, account).length > 0),
            docs: docs/* DOCS */.i.oidcProvider,
        };
    },
    subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});
function oidc_provider_fixes({ fault, issuer, account, provider, arn, audience }, perhapsElsewhere) {
    switch (fault) {
        case 'missing': {
            const add = `In IAM of account ${account} (Identity providers), add an OpenID Connect provider for ${(0,wording/* quoted */.TL)(issuer)} with the audience ${(0,wording/* quoted */.TL)(audience)}; its ARN will be ${(0,wording/* quoted */.TL)(arn)}.`;
            const check = 'In this step, check the account in `role-to-assume`: the provider must be in the role’s own account.';
            return perhapsElsewhere ? [check, add] : [add, check];
        }
        case 'thumbprint':
            return [
                `In IAM of account ${account} (Identity providers → ${(0,wording/* quoted */.TL)(provider)}), replace the thumbprint by that of the certificate authority behind ${(0,wording/* quoted */.TL)(issuer)}.`,
            ];
        case 'keys':
            return [
                `On the GitHub Enterprise Server, let AWS reach ${(0,wording/* quoted */.TL)(`${issuer}/.well-known/openid-configuration`)} and the keys that it names, over public HTTPS.`,
            ];
    }
}
const oidcAudienceRejected = entry({
    id: 'oidc-audience-rejected',
    severity: 'error',
    phases: ['role'],
    when: 'the OIDC provider in IAM does not list the token’s audience',
    exceptions: 'None.',
    detect(evidence) {
        const refusal = roleRefusalOf(evidence);
        if (refusal?.kind !== 'audience')
            return undefined;
        const { role } = refusal;
        const { account, partition } = role.role;
        const audience = role.claims?.aud[0] ?? evidence.settings.audience;
        const usual = partition === 'aws-cn' ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
        return { audience, provider: providerName(issuerOf(role)), account, usual };
    },
    describe({ audience, provider, account, usual }, evidence) {
        const add = `In IAM of account ${account} (Identity providers → ${(0,wording/* quoted */.TL)(provider)} → Audiences), add ${(0,wording/* quoted */.TL)(audience)}.`;
        const ask = `In this step, and where the deployment assumes the role, set \`audience\` to one that is listed there: ${(0,wording/* quoted */.TL)(usual)} is the usual one.`;
        return {
            title: 'The OIDC provider does not list the token’s audience',
            explanation: 'AWS refuses the token, because it was made for an audience that the identity provider in IAM does not accept.',
            evidence: [
                `the token’s \`aud\` is ${(0,wording/* quoted */.TL)(audience)}${audience === evidence.settings.audience ? ', as `audience` of this step asks' : ''}`,
                `the provider is ${(0,wording/* quoted */.TL)(provider)} in account ${account}`,
                ...refusalEvidence(evidence),
            ],
            fix: audience === usual ? [add, ask] : [ask, add],
            docs: docs/* DOCS */.i.oidcProvider,
        };
    },
    subject: () => ({ kind: 'input', name: 'audience' }),
});

;// CONCATENATED MODULE: ./src/diagnoses/oidc-token-unavailable.ts





const oidc_token_unavailable_TITLE = {
    'not-issued': 'GitHub did not issue an OIDC token',
    audience: 'GitHub does not issue an OIDC token for this audience',
    expired: 'AWS says that GitHub’s fresh OIDC token is too old',
    'not-a-token': 'AWS cannot read the OIDC token',
    'rejected-claim': 'AWS says that the identity provider rejects the OIDC token',
    keys: 'AWS could not fetch GitHub’s keys to check the OIDC token',
};
/** No usable token came about, so nothing is known of the role. */
const oidcTokenUnavailable = entry({
    id: 'oidc-token-unavailable',
    severity: 'unknown',
    phases: ['role'],
    when: 'GitHub did not issue a token that AWS could check',
    exceptions: 'Mostly passing faults of GitHub or of the way to it: run the job again.',
    detect(evidence) {
        const problem = evidence.role?.tokenProblem;
        if (problem !== undefined)
            return { why: isAudience(problem) ? 'audience' : 'not-issued', detail: problem.detail };
        const kind = roleRefusalOf(evidence)?.kind;
        if (kind === 'token-expired')
            return { why: 'expired', detail: undefined };
        if (kind === 'not-a-token' || kind === 'rejected-claim')
            return { why: kind, detail: undefined };
        const found = evidence.found.includes('oidc-provider-missing');
        return kind === 'verification-key' && !found ? { why: 'keys', detail: undefined } : undefined;
    },
    describe: ({ why, detail }, evidence) => ({
        title: oidc_token_unavailable_TITLE[why],
        explanation: 'Whether the role can be assumed could not be checked, so it is neither good nor bad.',
        evidence: [
            ...(detail === undefined ? [] : [detail]),
            ...(why === 'expired' ? ages(evidence) : []),
            ...(why === 'not-a-token' ? [oidc_token_unavailable_form(evidence)] : []),
            ...(why === 'audience' ? [`\`audience\` of this step is ${(0,wording/* quoted */.TL)(evidence.settings.audience)}`] : []),
            ...(why === 'rejected-claim' ? ['a claim in it is invalid, has expired or was revoked: AWS names none'] : []),
            ...(why === 'keys'
                ? [`AWS was asked ${times(evidence.role?.answers.length ?? 1)}, and could not fetch them`]
                : []),
            ...refusalEvidence(evidence),
        ],
        fix: oidc_token_unavailable_fixes(why, evidence),
        docs: docs/* DOCS */.i.oidcReference,
    }),
    subject: ({ why }) => (why === 'audience' ? { kind: 'input', name: 'audience' } : undefined),
});
/** GitHub names the audience in its own words on a status 400, such as "Invalid audience". */
function isAudience({ status, detail }) {
    return status === 400 && /audience/i.test(detail);
}
function times(count) {
    return count === 1 ? 'once' : `${count} times`;
}
/** The token's times are the issuer's; only where AWS's own time is known can they be held against it. */
function ages({ role, session }) {
    const issued = role?.claims?.iat;
    const age = issued === undefined ? undefined : (session.now.getTime() - issued.getTime()) / 1000;
    return [
        'the token was issued for this very step',
        ...(age !== undefined && age >= 60
            ? [`by AWS’s clock the time in it (\`iat\`) was ${(0,wording/* ago */.KN)(age)}: the issuer’s clock is behind`]
            : []),
    ];
}
function oidc_token_unavailable_form({ role }) {
    return role?.claims === undefined
        ? 'what the runner gave is no JSON Web Token with `iss`, `sub` and `aud`'
        : 'the token can be read here, and is a JSON Web Token';
}
/** 401: the request token is not taken; 403: it is, and the job may not have an ID token, or something in between says no. */
const NOT_PERMITTED = {
    401: [
        'In the job, look for what overwrites `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, or takes it from another job: the runner sets it for this job alone, and it ends with the job.',
    ],
    403: [
        'In the job, and in the workflow that calls it, check `permissions: id-token: write`: GitHub knows the runner, and does not let it have a token.',
        'In the network, look for a proxy or a firewall between the runner and GitHub that answers 403 itself.',
    ],
};
function oidc_token_unavailable_fixes(why, { role, gathered: { job } }) {
    const again = 'In GitHub’s interface, run the job again; GitHub’s status page tells of larger faults.';
    if (why === 'expired' && job.isEnterpriseServer) {
        return ['On the GitHub Enterprise Server, set the clock: it writes the times into the token.', again];
    }
    if (why === 'not-issued' && role?.tokenProblem?.why === 'not-asked') {
        return [
            'In the job, look for what overwrites `ACTIONS_ID_TOKEN_REQUEST_URL`: the runner sets it, to an address of GitHub.',
        ];
    }
    const status = why === 'not-issued' ? role?.tokenProblem?.status : undefined;
    if (why === 'audience') {
        return [
            'In this step, and where the deployment asks for the token, set `audience` to the one that the OIDC provider in IAM lists: `sts.amazonaws.com` is the usual one.',
        ];
    }
    if (status === 401 || status === 403)
        return [...NOT_PERMITTED[status], again];
    const unreachable = why === 'not-issued' && role?.tokenProblem?.why === 'unreachable';
    if (!unreachable || job.runnerEnvironment === 'github-hosted')
        return [again];
    return [
        job.isEnterpriseServer
            ? 'On the runner, open the way to the GitHub Enterprise Server, through the proxy where there is one.'
            : 'On the runner, allow `*.actions.githubusercontent.com` on port 443, through the proxy where there is one.',
        again,
    ];
}

;// CONCATENATED MODULE: ./src/read/trust-policy/matching-statement.ts

/**
 * Characters that a policy document may hold: the rest can only be matched by a wildcard.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const ALLOWED = /^[\t\n\r\u0020-\u00FF]*$/;
/**
 * The narrowest statement that allows this token to take the role, as JSON of two spaces' indent, for a policy of
 * version 2012-10-17. `provider`: name of the identity provider, as `providerName` gives it.
 */
function matchingStatement(claims, role, provider) {
    const wanted = [
        [`${provider}:aud`, claims.aud[0] ?? ''],
        [`${provider}:sub`, claims.sub],
    ];
    const condition = {};
    for (const [key, value] of wanted) {
        const operator = ALLOWED.test(value) ? 'StringEquals' : 'StringLike';
        condition[operator] = {
            ...condition[operator],
            [key]: operator === 'StringEquals' ? escaped(value) : pattern(value),
        };
    }
    const statement = {
        Effect: 'Allow',
        Principal: { Federated: providerArn(role.partition, role.account, provider) },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: condition,
    };
    return JSON.stringify(statement, null, 2);
}
/** `${` would begin a policy variable. */
function escaped(value) {
    return value.replaceAll('${', () => '${$}{');
}
function pattern(value) {
    return Array.from(escaped(value).replace(/[*?]/g, (wildcard) => `\${${wildcard}}`), (character) => {
        if (ALLOWED.test(character))
            return character;
        // AWS does not say whether `?` is one character or half of a surrogate pair.
        return character.length > 1 ? '*' : '?';
    }).join('');
}

;// CONCATENATED MODULE: ./src/read/subject.ts
/** The context of a job and the form it gives the subject; what comes after must hold no colon of its own. */
const CONTEXTS = [
    ['ref:refs/heads/', 'branch'],
    ['ref:refs/tags/', 'tag'],
    ['environment:', 'environment'],
];
const DIGITS = /^\d+$/;
const CLAIM_KEY = /^[A-Za-z0-9_]+/;
/**
 * Which form a GitHub subject has. Values inside it have `:` written as `%3A`, so a further colon means
 * that the organisation or repository customised the subject (`include_claim_keys`).
 * https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
 */
function readSubject(sub, claims) {
    const parts = subjectParts(sub);
    if (parts === undefined)
        return { form: withoutRepository(sub, claims), ...NO_OTHER_FORM };
    const form = contextForm(parts.context);
    const immutable = parts.ownerId !== undefined && parts.repositoryId !== undefined;
    return {
        form,
        immutable,
        legacy: immutable ? written(parts, undefined, undefined) : sub,
        immutableForm: immutable ? sub : form === 'customised' ? undefined : withIds(parts, claims),
    };
}
const NO_OTHER_FORM = { immutable: false, legacy: undefined, immutableForm: undefined };
/** Takes `repo:OWNER[@ID]/REPO[@ID][:CONTEXT]` apart; undefined for anything else. */
function subjectParts(sub) {
    if (!sub.startsWith('repo:'))
        return undefined;
    const rest = sub.slice('repo:'.length);
    const colon = rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const [owner, repository, ...more] = path.split('/');
    if (owner === undefined || repository === undefined || more.length > 0)
        return undefined;
    if (owner === '' || repository === '')
        return undefined;
    const [ownerName, ownerId] = nameAndId(owner);
    const [repositoryName, repositoryId] = nameAndId(repository);
    const context = colon < 0 ? undefined : rest.slice(colon + 1);
    return { owner: ownerName, ownerId, repository: repositoryName, repositoryId, context };
}
/** The form that a context gives; `customised` for any that GitHub's default never writes. */
function contextForm(context) {
    if (context === undefined)
        return 'customised';
    if (context === 'pull_request')
        return 'pull-request';
    for (const [prefix, form] of CONTEXTS) {
        if (!context.startsWith(prefix))
            continue;
        const value = context.slice(prefix.length);
        return value === '' || value.includes(':') ? 'customised' : form;
    }
    return context.startsWith('ref:') && !context.slice('ref:'.length).includes(':') ? 'unknown' : 'customised';
}
function nameAndId(text) {
    const at = text.indexOf('@');
    if (at < 0)
        return [text, undefined];
    const id = text.slice(at + 1);
    return DIGITS.test(id) ? [text.slice(0, at), id] : [text, undefined];
}
function withIds(parts, claims) {
    const { repository_owner_id: ownerId, repository_id: repositoryId } = claims;
    return ownerId === undefined || repositoryId === undefined ? undefined : written(parts, ownerId, repositoryId);
}
function written(parts, ownerId, repositoryId) {
    const owner = ownerId === undefined ? parts.owner : `${parts.owner}@${ownerId}`;
    const repository = repositoryId === undefined ? parts.repository : `${parts.repository}@${repositoryId}`;
    const context = parts.context === undefined ? '' : `:${parts.context}`;
    return `repo:${owner}/${repository}${context}`;
}
/** A customised subject is `claim:value:claim:value…`; one that starts with no claim of the token is not GitHub's. */
function withoutRepository(sub, claims) {
    const key = CLAIM_KEY.exec(sub)?.[0];
    if (key === undefined || sub[key.length] !== ':')
        return 'unknown';
    return key in claims.text || key === 'context' ? 'customised' : 'unknown';
}

;// CONCATENATED MODULE: ./src/diagnoses/token-claims.ts


/** The claims that trust policies are written on, as far as AWS offers them, and those that tell whose token it is. */
const SHOWN = [
    'repository',
    'repository_id',
    'repository_owner',
    'repository_owner_id',
    'ref',
    'environment',
    'job_workflow_ref',
    'workflow_ref',
    'event_name',
    'actor',
];
/** A statement that matches may let in more than this run. */
function cautions(claims) {
    return readSubject(claims.sub, claims).form === 'pull-request'
        ? [
            'In that policy, mind that a subject with `:pull_request` lets every pull request of this repository in, whatever it changes: give such jobs a role of their own that can only read.',
        ]
        : [];
}
/** The table of claims. */
function rows(claims) {
    const shown = SHOWN.flatMap((name) => {
        const value = claims.text[name];
        return value === undefined ? [] : [[name, (0,wording/* quoted */.TL)(value)]];
    });
    return [
        ['iss', (0,wording/* quoted */.TL)(claims.iss)],
        ['aud', claims.aud.map(wording/* quoted */.TL).join(', ')],
        ['sub', (0,wording/* quoted */.TL)(claims.sub)],
        ...shown,
    ];
}
const FORM = {
    branch: 'names the branch',
    tag: 'names the tag',
    environment: 'names the environment, and therefore no branch',
    'pull-request': 'names the pull request event, and no branch',
    customised: 'is customised by the organisation or repository',
    unknown: 'has a form that is not known here',
};
/** Whose token it is, and which form its subject has. */
function subjectEvidence(claims) {
    const subject = readSubject(claims.sub, claims);
    return [
        `the token’s \`sub\` is ${(0,wording/* quoted */.TL)(claims.sub)}: it ${FORM[subject.form]}`,
        ...(subject.immutable && subject.legacy !== undefined
            ? [
                `it has the immutable form, with IDs, which repositories made, renamed or transferred since 2026-07-15 send; a policy on the old form ${(0,wording/* quoted */.TL)(subject.legacy)} does not match it`,
            ]
            : []),
        `its \`aud\` is ${claims.aud.map(wording/* quoted */.TL).join(', ')}`,
        `its \`iss\` is ${(0,wording/* quoted */.TL)(claims.iss)}`,
    ];
}
/** What people most often get wrong; only where the policy itself is not at hand to tell. */
function usualMistakes(claims) {
    const subject = readSubject(claims.sub, claims);
    return [
        'In its conditions, `*` is a wildcard under `StringLike` only: `StringEquals` takes it literally. Capital and small letters count.',
        ...(subject.form === 'environment'
            ? ['In its condition on `sub`, a branch (`ref:refs/heads/…`) cannot match, because the job has `environment:`.']
            : []),
        ...(subject.form === 'pull-request'
            ? ['In its condition on `sub`, a branch cannot match, because the event is a pull request’s.']
            : []),
        ...(subject.immutable ? ['In its condition on `sub`, put the form with IDs, if it still has the old one.'] : []),
    ];
}

// EXTERNAL MODULE: ./src/role-evidence.ts
var role_evidence = __webpack_require__(7917);
;// CONCATENATED MODULE: ./src/read/trust-policy/condition-key.ts

/**
 * Looks a key up. Key names are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
function keyValues(key, request) {
    const name = key.toLowerCase();
    for (const [held, values] of Object.entries(request.context)) {
        if (held.toLowerCase() === name)
            return values.length === 0 ? 'absent' : values;
    }
    const known = name.startsWith(`${request.provider.toLowerCase()}:`) || isIdentityProviders(name) || isNeverSent(name);
    return known ? 'absent' : 'unheld';
}
/** A key of another identity provider: those start with a host, and AWS's own with one word. */
function isIdentityProviders(name) {
    const prefix = name.slice(0, name.indexOf(':'));
    return prefix.includes('.') || prefix.includes('/') || prefix === 'https' || prefix === 'http' || prefix === 'saml';
}

;// CONCATENATED MODULE: ./src/read/trust-policy/truth.ts
function truth(holds) {
    return holds ? 'holds' : 'fails';
}
function not(value) {
    return value === 'undetermined' ? value : truth(value === 'fails');
}
function anyOf(values) {
    if (values.includes('holds'))
        return 'holds';
    return values.includes('undetermined') ? 'undetermined' : 'fails';
}
function allOf(values) {
    if (values.includes('fails'))
        return 'fails';
    return values.includes('undetermined') ? 'undetermined' : 'holds';
}

// EXTERNAL MODULE: ./src/read/string-like.ts
var string_like = __webpack_require__(431);
;// CONCATENATED MODULE: ./src/read/trust-policy/value-pattern.ts

/** How AWS writes the three characters that a value cannot hold as themselves. */
const ESCAPES = { '${*}': '*', '${?}': '?', '${$}': '$' };
/**
 * Takes a value of a string condition apart. With `wildcards`, `*` and `?` match as in `StringLike`; otherwise they
 * are themselves. Variables exist in version 2012-10-17 only.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
function valuePattern(value, wildcards, variables) {
    const literal = (text) => (wildcards ? (0,string_like/* patternTokens */.t7)(text) : Array.from(text));
    if (!variables || !value.includes('${'))
        return literal(value);
    const tokens = [];
    let at = 0;
    while (at < value.length) {
        const start = value.indexOf('${', at);
        const end = start < 0 ? -1 : value.indexOf('}', start);
        if (end < 0)
            break;
        const escaped = ESCAPES[value.slice(start, end + 1)];
        if (escaped === undefined)
            return undefined;
        tokens.push(...literal(value.slice(at, start)), escaped);
        at = end + 1;
    }
    return [...tokens, ...literal(value.slice(at))];
}
/** Whether a value matches, its case left aside where `ignoreCase`. */
function patternMatches(tokens, value, ignoreCase = false) {
    if (!ignoreCase)
        return (0,string_like/* tokensMatch */.YF)(tokens, value);
    const lower = tokens.map((token) => (typeof token === 'string' ? token.toLowerCase() : token));
    return (0,string_like/* tokensMatch */.YF)(lower, value.toLowerCase());
}
/**
 * `ArnLike`: each of the six parts of an ARN is matched on its own, so that a wildcard stays within its part.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
function arnMatches(tokens, value) {
    const patterns = splitTokens(tokens);
    const parts = value.split(':');
    if (patterns.length < ARN_PARTS || parts.length < ARN_PARTS)
        return false;
    const values = [...parts.slice(0, ARN_PARTS - 1), parts.slice(ARN_PARTS - 1).join(':')];
    return patterns.every((pattern, index) => (0,string_like/* tokensMatch */.YF)(pattern, values[index] ?? ''));
}
const ARN_PARTS = 6;
function splitTokens(tokens) {
    const parts = [[]];
    for (const token of tokens) {
        if (token === ':' && parts.length < ARN_PARTS)
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}
/** Whether a value holds a wildcard at all. */
function hasWildcard(value) {
    return (0,string_like/* patternTokens */.t7)(value).some((token) => token === string_like/* ANY_CHARACTERS */.al || token === string_like/* ONE_CHARACTER */.NP);
}

;// CONCATENATED MODULE: ./src/read/trust-policy/evaluate-condition.ts



/**
 * Evaluates one condition by AWS's documented rules: several values are alternatives (none of them, for a negated
 * operator), a missing key fails a plain operator and satisfies a negated one.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
function evaluateCondition(condition, version, request) {
    const actual = keyValues(condition.key, request);
    if (actual === 'unheld')
        return { outcome: 'undetermined', actual };
    const { operator } = condition;
    if (operator.comparison === 'null')
        return { outcome: nullCheck(condition, actual), actual };
    if (actual === 'absent')
        return { outcome: withoutKey(operator), actual };
    // What a condition without any value does is not documented.
    if (condition.values.length === 0)
        return { outcome: 'undetermined', actual };
    const matches = (value) => {
        const any = anyOf(condition.values.map((expected) => compare(operator, expected, value, version)));
        return operator.negated ? not(any) : any;
    };
    return { outcome: overValues(operator, actual, matches), actual };
}
/** `"Null": "true"` holds when the key is absent. Whether an empty value counts as one is not documented here. */
function nullCheck(condition, actual) {
    if (condition.operator.set !== undefined || condition.values.length === 0)
        return 'undetermined';
    if (actual !== 'absent' && actual.every((value) => value === ''))
        return 'undetermined';
    const isNull = actual === 'absent';
    return anyOf(condition.values.map((value) => {
        const expected = value.toLowerCase();
        return expected === 'true' || expected === 'false' ? truth(isNull === (expected === 'true')) : 'undetermined';
    }));
}
function withoutKey(operator) {
    if (operator.set === 'ForAllValues')
        return 'holds';
    if (operator.set === 'ForAnyValue')
        return operator.ifExists ? 'undetermined' : 'fails';
    return truth(operator.ifExists || operator.negated);
}
function overValues(operator, actual, matches) {
    // An empty string is an empty set to the set operators.
    const members = actual.filter((value) => value !== '');
    if (operator.set === 'ForAllValues')
        return allOf(members.map(matches));
    if (operator.set === 'ForAnyValue')
        return anyOf(members.map(matches));
    const [only, ...more] = actual;
    // AWS asks for a set operator where a key has several values, and does not say what happens without one.
    return only === undefined || more.length > 0 ? 'undetermined' : matches(only);
}
function compare(operator, expected, value, version) {
    const { comparison } = operator;
    if (comparison === 'other' || comparison === 'null')
        return 'undetermined';
    if (comparison === 'bool')
        return truth(expected.toLowerCase() === value.toLowerCase());
    const wildcards = comparison === 'like' || comparison === 'arn';
    const pattern = valuePattern(expected, wildcards, version === '2012-10-17');
    if (pattern === undefined)
        return 'undetermined';
    if (comparison === 'arn')
        return truth(arnMatches(pattern, value));
    return truth(patternMatches(pattern, value, comparison === 'equals-ignore-case'));
}

;// CONCATENATED MODULE: ./src/read/trust-policy/evaluate-principal.ts




/**
 * Whether the identity provider of the request is the statement's principal: the one of its issuer in the role's own
 * account. A part of an ARN cannot be a wildcard there.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function evaluatePrincipal(principal, request) {
    const arn = providerArn(request.partition, request.roleAccount, request.provider);
    const matches = principal.everyone ? 'holds' : anyOf(federated(principal).map((value) => isProvider(value, arn)));
    return principal.negated ? not(matches) : matches;
}
/** AWS does not say what `"Federated": "*"` matches. */
function isProvider(value, arn) {
    return value === '*' ? 'undetermined' : truth(value === arn);
}
/** The identity providers that a principal names. */
function federated(principal) {
    return principal.entries.filter(({ type }) => type === 'Federated').flatMap(({ values }) => values);
}
/**
 * Whether a statement is about the request's action. Prefix and name of an action are not case-sensitive.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
function evaluateAction(action, request) {
    const matches = action.patterns.some((pattern) => patternMatches((0,string_like/* patternTokens */.t7)(pattern), request.action, true));
    return truth(matches !== action.negated);
}

;// CONCATENATED MODULE: ./src/read/trust-policy/subject-mistake.ts


/** What is different between the policy's subjects and the token's; of several values the first that explains it. */
function subjectMistake(values, actual, claims) {
    const subject = readSubject(actual, claims);
    const trials = [
        ['legacy-subject', subject.immutable ? subject.legacy : undefined],
        ['immutable-subject-expected', subject.immutable ? undefined : subject.immutableForm],
        ['colon-not-encoded', actual.replaceAll('%3A', ':')],
    ];
    for (const [mistake, other] of trials) {
        if (other !== undefined && other !== actual && values.some((value) => (0,string_like/* stringLike */.To)(value, other)))
            return mistake;
    }
    const parts = subjectParts(actual);
    const found = values.map((value) => subject_mistake_compare(value, subject.form, parts));
    return found.find((mistake) => mistake !== undefined && mistake !== 'another-repository') ?? found.find(Boolean);
}
function subject_mistake_compare(value, form, actual) {
    const expected = subjectParts(value);
    if (expected === undefined)
        return undefined;
    if (form === 'customised')
        return contextForm(expected.context) === 'customised' ? undefined : 'customised-subject';
    if (actual === undefined)
        return undefined;
    return repositoryMistake(expected, actual) ?? contextMistake(expected.context, form);
}
/** Names are compared without case here: that case counts has been tried before. */
function repositoryMistake(expected, actual) {
    const pairs = [
        [withId(expected.owner, expected.ownerId), withId(actual.owner, actual.ownerId)],
        [withId(expected.repository, expected.repositoryId), withId(actual.repository, actual.repositoryId)],
    ];
    if (pairs.every(([pattern, value]) => like(pattern, value)))
        return undefined;
    if (!pairs.every(([pattern, value]) => like(nameOnly(pattern), nameOnly(value))))
        return 'another-repository';
    const [policyHasIds, tokenHasIds] = [0, 1].map((side) => pairs.some((pair) => pair[side]?.includes('@')));
    if (policyHasIds === tokenHasIds)
        return 'another-repository';
    return tokenHasIds === true ? 'legacy-subject' : 'immutable-subject-expected';
}
function withId(name, id) {
    return id === undefined ? name : `${name}@${id}`;
}
function nameOnly(text) {
    return text.split('@')[0] ?? text;
}
function like(pattern, value) {
    return (0,string_like/* stringLike */.To)(pattern.toLowerCase(), value.toLowerCase());
}
function contextMistake(context, form) {
    const expected = contextForm(context);
    if (expected === 'customised' || expected === 'unknown')
        return undefined;
    if (expected === form)
        return expected === 'environment' ? 'another-environment' : 'another-ref';
    if (form === 'environment')
        return 'environment-changes-subject';
    if (expected === 'environment')
        return 'environment-expected';
    return form === 'pull-request' || expected === 'pull-request' ? 'pull-request-subject' : 'tag-vs-branch';
}

;// CONCATENATED MODULE: ./src/read/trust-policy/mistake.ts





/** Why a principal does not match. */
function principalMistake(principal, request) {
    if (principal.negated)
        return undefined;
    const values = federated(principal);
    if (values.length === 0)
        return 'principal-not-federated';
    const arn = providerArn(request.partition, request.roleAccount, request.provider);
    const [, partition, , , account] = arn.split(':');
    for (const value of values) {
        if (value.trim() === arn)
            return 'white-space-in-value';
        if (value.toLowerCase() === arn.toLowerCase())
            return 'case-differs';
        if (value.replace(/https?:\/\//, '') === arn)
            return 'url-in-provider-key';
    }
    const same = values
        .map((value) => value.split(':'))
        .find(([, , , , , ...resource]) => resource.join(':') === resourceOf(arn));
    if (same === undefined)
        return 'another-provider';
    return same[1] === partition && same[4] !== account ? 'provider-of-another-account' : 'provider-of-another-partition';
}
function resourceOf(arn) {
    return arn.split(':').slice(5).join(':');
}
/** Why a condition does not hold. */
function conditionMistake(condition, version, actual, request) {
    if (actual === 'absent')
        return absentKeyMistake(condition.key, request);
    const [value, ...more] = actual === 'unheld' ? [] : actual;
    const { comparison, negated } = condition.operator;
    if (value === undefined || more.length > 0 || negated)
        return undefined;
    if (comparison !== 'equals' && comparison !== 'equals-ignore-case' && comparison !== 'like')
        return undefined;
    return (valueMistake(condition, version, value) ??
        (condition.key.toLowerCase() === SESSION_NAME_KEY ? 'session-name-of-this-step' : undefined) ??
        claimMistake(condition, value, request) ??
        (comparison !== 'like' && condition.values.some(hasWildcard) ? 'wildcard-in-string-equals' : undefined));
}
function absentKeyMistake(key, request) {
    const provider = request.provider.toLowerCase();
    const name = key.toLowerCase();
    if (isNeverSent(name))
        return 'never-sent';
    if (name.startsWith('https://') || name.startsWith('http://'))
        return 'url-in-provider-key';
    if (name.startsWith(`${provider}:`)) {
        const claim = name.slice(provider.length + 1);
        if (claim !== claim.trim())
            return 'white-space-in-value';
        return isConditionKey(request.provider, claim) ? 'claim-not-in-token' : 'claim-not-supported';
    }
    return name.trim().startsWith(`${provider}:`) ? 'white-space-in-value' : 'key-of-another-provider';
}
/** Mistakes that any value can have: each is tried in the way that would have made it match. */
function valueMistake(condition, version, actual) {
    const variables = version === '2012-10-17';
    const { comparison } = condition.operator;
    const ignoreCase = comparison === 'equals-ignore-case';
    const some = (change, wildcards, anyCase) => condition.values.some((value) => {
        const pattern = valuePattern(change(value), wildcards, variables);
        return pattern !== undefined && patternMatches(pattern, actual, anyCase);
    });
    const asIs = (value) => value;
    const trimmed = (value) => value.trim();
    if (some(trimmed, comparison === 'like', ignoreCase))
        return 'white-space-in-value';
    if (comparison !== 'like' && some(asIs, true, ignoreCase))
        return 'wildcard-in-string-equals';
    return some(asIs, comparison === 'like', true) ? 'case-differs' : undefined;
}
function claimMistake(condition, actual, request) {
    const claim = condition.key.slice(request.provider.length + 1).toLowerCase();
    if (claim === 'aud')
        return 'wrong-audience';
    return claim === 'sub' ? subjectMistake(condition.values, actual, request.claims) : undefined;
}
/** What to warn of in a statement that allows this provider. */
function statementWarnings(statement, request) {
    if (statement.effect === 'Deny' || federated(statement.principal).length === 0)
        return [];
    const sub = `${request.provider}:sub`.toLowerCase();
    const pinned = statement.conditions.some(({ key, operator, values }) => key.toLowerCase() === sub && !operator.negated && !values.some((value) => matchesAnything(value)));
    const open = statement.conditions.some(({ operator }) => operator.set === 'ForAllValues' && !operator.negated);
    return [
        ...(pinned ? [] : ['sub-missing-condition']),
        ...(open ? ['for-all-values-allows-absent'] : []),
    ];
}
function matchesAnything(value) {
    return value !== '' && (0,string_like/* patternTokens */.t7)(value).every((token) => typeof token === 'symbol');
}

;// CONCATENATED MODULE: ./src/read/trust-policy/evaluate.ts





/**
 * Evaluates a role trust policy for AssumeRoleWithWebIdentity: an explicit Deny wins, then any Allow, then nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
function evaluateTrustPolicy(policy, request) {
    const statements = policy.statements.map((statement) => evaluateStatement(statement, policy.version, request));
    const some = (effect, outcome) => statements.some((statement) => statement.effect === effect && statement.outcome === outcome);
    if (some('Deny', 'holds'))
        return { outcome: 'deny', explicit: true, statements };
    const allowed = some('Allow', 'holds');
    if (!allowed && !some('Allow', 'undetermined'))
        return { outcome: 'deny', explicit: false, statements };
    const certain = allowed && !some('Deny', 'undetermined');
    return { outcome: certain ? 'allow' : 'undetermined', explicit: false, statements };
}
function evaluateStatement(statement, version, request) {
    const { index, sid, effect } = statement;
    const checks = [
        checkPrincipal(statement, request),
        checkAction(statement, request),
        ...checkConditions(statement, version, request),
    ];
    const outcome = allOf(checks.map((check) => check.outcome));
    return { index, sid, effect, outcome, checks, warnings: statementWarnings(statement, request) };
}
function checkPrincipal(statement, request) {
    const { principal } = statement;
    const outcome = evaluatePrincipal(principal, request);
    return {
        element: principal.negated ? 'NotPrincipal' : 'Principal',
        operator: undefined,
        key: undefined,
        expected: principal.everyone ? ['*'] : principal.entries.flatMap(({ values }) => values),
        actual: [providerArn(request.partition, request.roleAccount, request.provider)],
        outcome,
        mistake: mistaken(statement, outcome) ? principalMistake(principal, request) : undefined,
    };
}
function checkAction(statement, request) {
    const { action } = statement;
    const outcome = evaluateAction(action, request);
    return {
        element: action.negated ? 'NotAction' : 'Action',
        operator: undefined,
        key: undefined,
        expected: action.patterns,
        actual: [request.action],
        outcome,
        mistake: mistaken(statement, outcome) && !action.negated ? 'action-missing' : undefined,
    };
}
function checkConditions(statement, version, request) {
    return statement.conditions.map((condition) => {
        const { outcome, actual } = evaluateCondition(condition, version, request);
        return {
            element: 'Condition',
            operator: condition.operator.name,
            key: condition.key,
            expected: condition.values,
            actual,
            outcome,
            mistake: mistaken(statement, outcome) ? conditionMistake(condition, version, actual, request) : undefined,
        };
    });
}
/** A Deny statement that does not apply is no mistake. */
function mistaken(statement, outcome) {
    return statement.effect === 'Allow' && outcome === 'fails';
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
;// CONCATENATED MODULE: ./src/read/trust-policy/nearest-statement.ts

/** How far a failing element puts a statement from this job: one for another principal is hardly meant for it. */
const PRINCIPAL_WEIGHT = 100;
const ACTION_WEIGHT = 10;
const CONDITION_WEIGHT = 1;
const LONGEST_COMPARED = 512;
/**
 * The statement to show. An explicit Deny: that statement. Otherwise, of the statements that allow, the one with the
 * fewest and nearest elements that do not hold. Undefined when the job is allowed, or nothing in the policy allows.
 */
function nearestStatement(evaluation) {
    if (evaluation.outcome === 'allow')
        return undefined;
    const denying = evaluation.statements.find(({ effect, outcome }) => effect === 'Deny' && outcome === denied(evaluation));
    const allowing = evaluation.statements.filter(({ effect }) => effect === 'Allow');
    if (denying !== undefined && (evaluation.explicit || allowing.some(({ outcome }) => outcome === 'holds'))) {
        return { statement: denying, check: denying.checks.find(({ outcome }) => outcome !== 'holds') };
    }
    const [nearest] = allowing
        .map((statement) => ({ statement, far: far(statement) }))
        .sort((one, other) => one.far - other.far);
    return nearest === undefined ? undefined : { statement: nearest.statement, check: firstCheck(nearest.statement) };
}
function denied(evaluation) {
    return evaluation.explicit ? 'holds' : 'undetermined';
}
function far(statement) {
    return statement.checks.reduce((sum, check) => sum + weight(check), 0);
}
function weight(check) {
    if (check.outcome === 'holds')
        return 0;
    const share = check.outcome === 'undetermined' ? 0.25 : 0.5 + 0.5 * difference(check);
    if (check.element === 'Condition')
        return CONDITION_WEIGHT * share;
    return (check.element.endsWith('Action') ? ACTION_WEIGHT : PRINCIPAL_WEIGHT) * share;
}
/** Between 0 (the same) and 1 (nothing in common), for the nearest of the expected values. */
function difference({ expected, actual }) {
    if (typeof actual === 'string')
        return 1;
    const shares = expected.flatMap((one) => actual.map((other) => editShare(one, other)));
    return Math.min(1, ...shares);
}
/** The expected values, those that come closest to what the request holds first. */
function nearestFirst({ expected, actual }) {
    if (typeof actual === 'string')
        return expected;
    const share = (one) => Math.min(1, ...actual.map((other) => editShare(one, other)));
    return expected
        .map((one) => ({ one, far: share(one) }))
        .sort((left, right) => left.far - right.far)
        .map(({ one }) => one);
}
function editShare(one, other) {
    const [left, right] = [one.slice(0, LONGEST_COMPARED), other.slice(0, LONGEST_COMPARED)];
    return (0,mod/* distance */.Io)(left, right) / Math.max(left.length, right.length, 1);
}
/** What fails comes before what cannot be told, and a named mistake before another failure. */
function firstCheck(statement) {
    const failing = statement.checks.filter(({ outcome }) => outcome === 'fails');
    const principal = failing.find(({ element }) => element !== 'Condition');
    const named = failing.find(({ mistake }) => mistake !== undefined);
    return principal ?? named ?? failing[0] ?? statement.checks.find(({ outcome }) => outcome !== 'holds');
}

;// CONCATENATED MODULE: ./src/read/trust-policy/duplicate-key.ts
/**
 * The first key that stands twice in one object of a JSON text, or undefined. IAM forbids it, and JSON.parse
 * silently keeps the last: half of a `Condition` would be gone without a word.
 * The text must be valid JSON.
 */
function duplicateKey(json) {
    const open = [];
    for (const token of json.matchAll(TOKENS)) {
        const [text, key, colon] = token;
        if (text === '{')
            open.push(new Set());
        else if (text === '[')
            open.push(undefined);
        else if (text === '}' || text === ']')
            open.pop();
        else if (colon !== undefined) {
            const name = JSON.parse(key ?? '""');
            const names = open.at(-1);
            if (names?.has(name) === true)
                return name;
            names?.add(name);
        }
    }
    return undefined;
}
/** A bracket, or a whole string with the colon that makes it a key. */
const TOKENS = /[{}[\]]|("(?:[^"\\]|\\.)*")(\s*:)?/g;

;// CONCATENATED MODULE: ./src/read/trust-policy/json.ts

const LONGEST_QUOTE = 80;
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The path of a member, its name cut where it is long. */
function step(where, name) {
    return where === '' ? cut(name) : `${where}.${cut(name)}`;
}
function cut(text) {
    return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}
/** A value of the policy, short enough to stand in a sentence. */
function quoted(text) {
    return JSON.stringify(cut(text));
}
/** Says that a name is none of those allowed, and which is nearest. */
function unknownName(name, allowed, what) {
    const [nearest] = [...allowed].sort((one, other) => json_far(name, one) - json_far(name, other));
    const hint = nearest !== undefined && isNear(name, nearest) ? ` Did you mean ${quoted(nearest)}?` : '';
    return `${quoted(name)} is not ${what}.${hint}`;
}
/** Of a short name, most letters must be right: `a` is not meant for `Id`. */
function isNear(name, allowed) {
    const wrong = json_far(name, allowed);
    return wrong <= 3 && 2 * wrong < allowed.length;
}
function json_far(name, allowed) {
    return (0,mod/* distance */.Io)(name.slice(0, LONGEST_QUOTE).toLowerCase(), allowed.toLowerCase());
}
/** A string or a list of strings, as a list; undefined for anything else. */
function stringList(value) {
    const list = Array.isArray(value) ? value : [value];
    return list.every((item) => typeof item === 'string') ? list : undefined;
}

;// CONCATENATED MODULE: ./src/read/trust-policy/operator.ts
const BASES = [
    ['StringEquals', 'equals', false],
    ['StringNotEquals', 'equals', true],
    ['StringEqualsIgnoreCase', 'equals-ignore-case', false],
    ['StringNotEqualsIgnoreCase', 'equals-ignore-case', true],
    ['StringLike', 'like', false],
    ['StringNotLike', 'like', true],
    ['ArnEquals', 'arn', false],
    ['ArnLike', 'arn', false],
    ['ArnNotEquals', 'arn', true],
    ['ArnNotLike', 'arn', true],
    ['Bool', 'bool', false],
    ['Null', 'null', false],
    ['NumericEquals', 'other', false],
    ['NumericNotEquals', 'other', true],
    ['NumericLessThan', 'other', false],
    ['NumericLessThanEquals', 'other', false],
    ['NumericGreaterThan', 'other', false],
    ['NumericGreaterThanEquals', 'other', false],
    ['DateEquals', 'other', false],
    ['DateNotEquals', 'other', true],
    ['DateLessThan', 'other', false],
    ['DateLessThanEquals', 'other', false],
    ['DateGreaterThan', 'other', false],
    ['DateGreaterThanEquals', 'other', false],
    ['BinaryEquals', 'other', false],
    ['IpAddress', 'other', false],
    ['NotIpAddress', 'other', true],
];
const SETS = ['ForAnyValue', 'ForAllValues'];
const IF_EXISTS = 'ifexists';
/** The operators' names, to name the nearest one to a name that is none. */
const OPERATOR_NAMES = BASES.map(([name]) => name);
/**
 * Reads an operator's name; undefined when IAM has none of that name. AWS does not say whether case counts
 * here, so it does not: a policy that IAM took is not to be called wrong.
 */
function readOperator(name) {
    const colon = name.indexOf(':');
    const set = colon < 0 ? undefined : SETS.find((prefix) => same(prefix, name.slice(0, colon)));
    if (colon >= 0 && set === undefined)
        return undefined;
    const rest = name.slice(colon + 1);
    const ifExists = rest.toLowerCase().endsWith(IF_EXISTS);
    const baseName = ifExists ? rest.slice(0, -IF_EXISTS.length) : rest;
    const base = BASES.find(([candidate]) => same(candidate, baseName));
    if (base === undefined || (base[1] === 'null' && ifExists))
        return undefined;
    return { name, comparison: base[1], negated: base[2], ifExists, set };
}
function same(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}

;// CONCATENATED MODULE: ./src/read/trust-policy/policy.ts
/** What is wrong with a policy's text: `where` is a path such as `Statement[1].Condition`, `what` a sentence. */
class Problem {
    where;
    what;
    constructor(where, what) {
        this.where = where;
        this.what = what;
    }
}

;// CONCATENATED MODULE: ./src/read/trust-policy/parse-conditions.ts



/** Reads a `Condition` block into one entry for each operator and key. */
function parseConditions(block, where) {
    if (block === undefined)
        return [];
    if (!isObject(block))
        return new Problem(where, 'A condition is an object of operators, each an object of keys.');
    const conditions = [];
    for (const [name, keys] of Object.entries(block)) {
        const read = parseOperator(name, keys, step(where, name));
        if (read instanceof Problem)
            return read;
        conditions.push(...read);
    }
    return conditions;
}
function parseOperator(name, keys, where) {
    const operator = readOperator(name);
    if (operator === undefined)
        return new Problem(where, unknownName(name, OPERATOR_NAMES, 'a condition operator of IAM'));
    if (!isObject(keys))
        return new Problem(where, 'An operator holds an object: condition keys, each with its values.');
    const conditions = [];
    for (const [key, listed] of Object.entries(keys)) {
        if (!key.includes(':')) {
            return new Problem(step(where, key), `${quoted(key)} is not a condition key: it has no prefix with a colon.`);
        }
        const values = conditionValues(listed);
        if (values === undefined) {
            return new Problem(step(where, key), 'A condition value is a string, a number or a boolean, or a list of them.');
        }
        conditions.push({ operator, key, values });
    }
    return conditions;
}
function conditionValues(listed) {
    const list = Array.isArray(listed) ? listed : [listed];
    const values = list.map((item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean' ? String(item) : undefined);
    return values.every((value) => value !== undefined) ? values : undefined;
}

;// CONCATENATED MODULE: ./src/read/trust-policy/parse-statement.ts



const ELEMENTS = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
const PRINCIPAL_TYPES = ['AWS', 'Federated', 'Service', 'CanonicalUser'];
/** `*`, or a service's prefix, a colon and a name. */
const ACTION = /^(?:\*|[A-Za-z0-9*?-]+:[A-Za-z0-9*?]+)$/;
/** Reads one statement; `where` is its path in the policy. */
function parseStatement(value, index, where) {
    if (!isObject(value))
        return new Problem(where, 'A statement is a JSON object.');
    const stray = strayElement(value, where);
    if (stray !== undefined)
        return stray;
    const { Sid: sid, Effect: effect } = value;
    if (sid !== undefined && typeof sid !== 'string')
        return new Problem(`${where}.Sid`, 'Sid is a string.');
    if (effect !== 'Allow' && effect !== 'Deny') {
        return new Problem(`${where}.Effect`, 'Effect is "Allow" or "Deny", in exactly that case.');
    }
    const principal = parsePrincipal(value, where);
    if (principal instanceof Problem)
        return principal;
    const action = parseAction(value, where);
    if (action instanceof Problem)
        return action;
    const conditions = parseConditions(value['Condition'], `${where}.Condition`);
    if (conditions instanceof Problem)
        return conditions;
    return { index, sid, effect, principal, action, conditions };
}
function strayElement(value, where) {
    const stray = Object.keys(value).find((name) => !ELEMENTS.includes(name));
    if (stray === undefined)
        return undefined;
    const what = stray === 'Resource' || stray === 'NotResource'
        ? `A trust policy has no ${stray}: the role it is attached to is the resource.`
        : unknownName(stray, ELEMENTS, 'an element of a statement');
    return new Problem(step(where, stray), what);
}
/** Of an element and its `Not` twin exactly one is there. */
function either(value, name, where) {
    const twin = `Not${name}`;
    const plain = value[name] !== undefined;
    const negated = value[twin] !== undefined;
    if (plain && negated)
        return new Problem(where, `A statement has ${name} or ${twin}, not both.`);
    if (!plain && !negated)
        return new Problem(where, `The statement has no ${name}.`);
    const written = negated ? twin : name;
    return { negated, content: value[written], at: `${where}.${written}` };
}
function parsePrincipal(value, where) {
    const found = either(value, 'Principal', where);
    if (found instanceof Problem)
        return found;
    const { negated, content, at } = found;
    if (content === '*')
        return { negated, everyone: true, entries: [] };
    if (!isObject(content))
        return new Problem(at, 'A principal is "*", or an object such as {"Federated": "…"}.');
    const entries = [];
    for (const [name, listed] of Object.entries(content)) {
        const type = PRINCIPAL_TYPES.find((candidate) => candidate === name);
        if (type === undefined)
            return new Problem(step(at, name), unknownName(name, PRINCIPAL_TYPES, 'a kind of principal'));
        const values = stringList(listed);
        if (values === undefined)
            return new Problem(step(at, name), 'A principal is a string or a list of strings.');
        entries.push({ type, values });
    }
    const everyone = entries.some(({ type, values }) => type === 'AWS' && values.includes('*'));
    return { negated, everyone, entries };
}
function parseAction(value, where) {
    const found = either(value, 'Action', where);
    if (found instanceof Problem)
        return found;
    const patterns = stringList(found.content);
    if (patterns === undefined)
        return new Problem(found.at, 'An action is a string or a list of strings.');
    const odd = patterns.find((pattern) => !ACTION.test(pattern));
    if (odd !== undefined) {
        return new Problem(found.at, `${quoted(odd)} is not an action: a service's prefix, a colon and a name, such as "sts:AssumeRole".`);
    }
    return { negated: found.negated, patterns };
}

;// CONCATENATED MODULE: ./src/read/trust-policy/parse.ts




/** Characters; far above IAM's own quota for a trust policy, which leaves white space uncounted. */
const MAX_LENGTH = 65_536;
const parse_ELEMENTS = ['Version', 'Id', 'Statement'];
const VERSIONS = ['2008-10-17', '2012-10-17'];
/**
 * Reads the JSON of a role trust policy, by IAM's grammar. What `aws iam get-role` prints around it is taken off.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function parseTrustPolicy(text) {
    const read = readDocument(text);
    return read instanceof Problem ? { problem: read } : { policy: read };
}
function readDocument(text) {
    if (text.length > MAX_LENGTH)
        return new Problem('', `The text is longer than ${MAX_LENGTH} characters.`);
    const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
    const value = parseJson(json);
    if (value instanceof Problem)
        return value;
    const duplicate = duplicateKey(json);
    if (duplicate !== undefined) {
        return new Problem('', `${quoted(duplicate)} stands twice in one object: only the last would count, and IAM refuses it.`);
    }
    const document = unwrapped(value);
    return isObject(document) ? readPolicy(document) : new Problem('', 'A policy is a JSON object.');
}
function parseJson(json) {
    if (json.trim() === '')
        return new Problem('', 'The text is empty.');
    try {
        return JSON.parse(json);
    }
    catch {
        return new Problem('', 'The text is not JSON.');
    }
}
function unwrapped(value) {
    const role = isObject(value) && isObject(value['Role']) ? value['Role'] : value;
    return isObject(role) && 'AssumeRolePolicyDocument' in role ? role['AssumeRolePolicyDocument'] : role;
}
function readPolicy(document) {
    const stray = Object.keys(document).find((name) => !parse_ELEMENTS.includes(name));
    if (stray !== undefined)
        return new Problem(step('', stray), unknownName(stray, parse_ELEMENTS, 'an element of a policy'));
    const version = 'Version' in document ? document['Version'] : '2008-10-17';
    const known = VERSIONS.find((candidate) => candidate === version);
    if (known === undefined)
        return new Problem('Version', `Version is one of ${VERSIONS.join(' and ')}.`);
    const listed = document['Statement'];
    if (listed === undefined)
        return new Problem('Statement', 'The policy has no Statement.');
    const statements = readStatements(Array.isArray(listed) ? listed : [listed], Array.isArray(listed));
    return statements instanceof Problem ? statements : { version: known, statements };
}
function readStatements(listed, numbered) {
    const statements = [];
    for (const [index, value] of listed.entries()) {
        const statement = parseStatement(value, index, numbered ? `Statement[${index}]` : 'Statement');
        if (statement instanceof Problem)
            return statement;
        statements.push(statement);
    }
    return statements;
}

;// CONCATENATED MODULE: ./src/diagnoses/trust-policy-verdict.ts






const MOST_CHECKS = 4;
const MOST_EXPECTED = 3;
/** What the policy that the user handed over says of this token, condition by condition. */
function trustPolicyVerdict(role) {
    const { trustPolicy, claims } = role;
    if (trustPolicy === undefined)
        return undefined;
    if ('problem' in trustPolicy)
        return unreadable(trustPolicy.problem, trustPolicy.path);
    if (claims === undefined)
        return WITHOUT_CLAIMS;
    const read = parseTrustPolicy(trustPolicy.text);
    if (read.policy === undefined) {
        const { where, what } = read.problem;
        return unreadable(`${where === '' ? '' : `${where}: `}${what.replace(/\.$/, '')}`);
    }
    const evaluation = evaluateTrustPolicy(read.policy, webIdentityRequest(claims, role.role, role_evidence/* SESSION_NAME */.z));
    if (evaluation.outcome === 'allow')
        return ALLOWS;
    const nearest = nearestStatement(evaluation);
    if (nearest === undefined) {
        return {
            kind: 'refuses',
            title: 'The trust policy has no statement that allows anything',
            evidence: ['the policy in `trust-policy` has no statement with `"Effect": "Allow"`'],
            fix: [],
        };
    }
    const { statement, check } = nearest;
    const name = `statement ${statement.sid === undefined ? statement.index + 1 : (0,wording/* quoted */.TL)(statement.sid)}`;
    if (check === undefined) {
        return {
            kind: 'denies',
            title: 'A Deny statement of the trust policy applies to this job',
            evidence: [`${name} of \`trust-policy\` denies, and applies to this token`],
            fix: [`In the role’s trust policy (IAM → Roles → Trust relationships), narrow or remove ${name}.`],
        };
    }
    return verdictOn(name, statement, check);
}
const ALLOWS = {
    kind: 'allows',
    title: 'AWS refuses the role, although the policy in trust-policy allows it',
    evidence: [
        'the policy in `trust-policy` allows this token: so it is not what the role has in IAM, or something else refuses',
    ],
    fix: [
        'In IAM (Roles → Trust relationships), compare the role’s policy with the one handed over; one changed seconds ago may not be in force everywhere yet.',
        'In this step, check the account and the name in `role-to-assume`: AWS’s answer is the same where there is no such role.',
        'In the organisation, look for a resource control policy that denies `sts:AssumeRoleWithWebIdentity`.',
    ],
};
const WITHOUT_CLAIMS = {
    kind: 'unclear',
    title: undefined,
    evidence: ['`trust-policy` was not evaluated, because what the runner gave has no claims that can be read here'],
    fix: [],
};
function unreadable(problem, path) {
    return {
        kind: 'unclear',
        title: undefined,
        evidence: [
            `\`trust-policy\` could not be evaluated: ${(0,wording/* quoted */.TL)(problem)}${path === undefined ? '' : ` (looked for ${(0,wording/* quoted */.TL)(path)})`}`,
        ],
        fix: ['In this step, set `trust-policy` to the policy’s JSON, or to a file of the workspace that holds it.'],
    };
}
/** Every element that fails is told at once; the first of them is the one to look at. */
function verdictOn(name, { checks }, first) {
    if (first.outcome !== 'fails') {
        return {
            kind: 'unclear',
            title: undefined,
            evidence: [trust_policy_verdict_told(name, first, 'cannot be told here')],
            fix: [
                `In the role’s trust policy, ${name}, check ${(0,wording/* quoted */.TL)(elementOf(first))} yourself: only AWS knows what it meets.`,
            ],
        };
    }
    const others = checks.filter((check) => check !== first && check.outcome === 'fails');
    const failing = [first, ...others].slice(0, MOST_CHECKS);
    return {
        kind: 'refuses',
        title: `The trust policy’s ${trust_policy_verdict_short(first)} does not match this ${isOfRequest(first) ? 'step' : 'job’s token'}`,
        evidence: failing.map((check) => trust_policy_verdict_told(name, check, 'does not match')),
        fix: failing.map((check) => `In the role’s trust policy, ${name}, ${correction(check)}.`),
    };
}
function trust_policy_verdict_told(name, check, outcome) {
    const actual = check.actual === 'absent'
        ? `none in the ${isOfRequest(check) ? 'request' : 'token'}`
        : check.actual === 'unheld'
            ? 'known to AWS only'
            : check.actual.map(wording/* quoted */.TL).join(', ');
    const others = check.expected.length - MOST_EXPECTED;
    const nearest = others > 0 ? nearestFirst(check).slice(0, MOST_EXPECTED) : check.expected;
    const expected = nearest.map(wording/* quoted */.TL).join(' or ') || 'nothing';
    return `${name} of \`trust-policy\`, ${(0,wording/* quoted */.TL)(elementOf(check))}, ${outcome}: expected ${expected}${others > 0 ? ` (the nearest; and ${others} more)` : ''}; actual ${actual}`;
}
/** The request has it beside the token. */
function isOfRequest({ mistake }) {
    return mistake === 'session-name-of-this-step' || mistake === 'never-sent';
}
function correction(check) {
    const { actual, mistake } = check;
    const target = typeof actual === 'string' ? '' : `, so that it matches ${actual.map(wording/* quoted */.TL).join(', ')}`;
    return `correct ${(0,wording/* quoted */.TL)(elementOf(check))}${target}${mistake === undefined ? '' : `: ${MISTAKE[mistake]}`}`;
}
function elementOf({ element, operator, key }) {
    return element === 'Condition' ? `${operator ?? ''} on ${key ?? ''}` : element;
}
/** "condition on sub": titles have little room. */
function trust_policy_verdict_short({ element, key }) {
    if (element !== 'Condition')
        return element;
    const claim = (key ?? '').split(':').at(-1) ?? '';
    return /^[\w/-]{1,20}$/.test(claim) ? `condition on ${claim}` : 'condition';
}
/** One line a mistake; a new one does not compile without its line. */
const MISTAKE = {
    'white-space-in-value': 'it would match but for white space in the value',
    'wildcard-in-string-equals': '`StringEquals` takes `*` and `?` literally; `StringLike` has wildcards',
    'case-differs': 'it would match but for capital and small letters, which count',
    'wrong-audience': 'the audience is another one than the token’s',
    'url-in-provider-key': 'the provider’s name stands without `https://`',
    'key-of-another-provider': 'the key is another provider’s',
    'claim-not-supported': 'AWS offers no condition key for this claim',
    'claim-not-in-token': 'this token has no such claim, such as `environment` in a job without one',
    'provider-of-another-account': 'the provider must be in the role’s own account',
    'provider-of-another-partition': 'the provider’s ARN is of another partition',
    'another-provider': 'the principal is the provider of another issuer',
    'principal-not-federated': 'the principal is no identity provider (`Federated`)',
    'action-missing': 'the action must be `sts:AssumeRoleWithWebIdentity`',
    'environment-changes-subject': 'a job with `environment:` sends a subject that names the environment, not the branch',
    'environment-expected': 'the policy asks for an environment, and the job has no `environment:`',
    'another-environment': 'the job’s environment is another one',
    'another-ref': 'the job runs on another branch or tag',
    'another-repository': 'the job runs in another repository',
    'legacy-subject': 'the policy has the form without IDs; this repository sends the immutable form',
    'immutable-subject-expected': 'the policy has the form with IDs; this repository sends the older form',
    'pull-request-subject': 'a pull request’s subject ends in `:pull_request`, and names no branch',
    'tag-vs-branch': 'a tag (`refs/tags/`) is no branch (`refs/heads/`)',
    'session-name-of-this-step': 'that name is this step’s alone; leave the policy as it is, if the deployment gives its session the name that it asks for',
    'never-sent': 'a request with GitHub’s token holds no external ID and no tags, whoever sends it',
    'customised-subject': 'the organisation or repository has customised the subject',
    'colon-not-encoded': 'a colon within a value is written `%3A` in the subject',
};

;// CONCATENATED MODULE: ./src/diagnoses/oidc-trust-denied.ts










const oidc_trust_denied_ACTION = 'sts:AssumeRoleWithWebIdentity';
const TRUST = 'In the role’s trust policy (IAM → Roles → Trust relationships)';
const DENY_TITLE = 'A Deny statement of the role’s trust policy applies to this job';
const DENIED_BY_AWS = 'its trust policy denies it to this token with a Deny statement';
/** AWS never tells which condition failed; the token tells what a policy would have to say. */
const oidcTrustDenied = entry({
    id: 'oidc-trust-denied',
    severity: 'error',
    phases: ['role'],
    when: 'the role’s trust policy does not match the job’s token',
    exceptions: 'AWS gives the same answer where the role does not exist; and a policy that was changed seconds ago may not be in force everywhere yet.',
    detect(evidence) {
        const refusal = roleDenialOf(evidence);
        if (refusal?.role.path !== 'web-identity' || evidence.found.includes('role-arn-invalid'))
            return undefined;
        const { by, explicit, action } = (0,role_refusal/* readDenial */.oq)(refusal.message);
        const beside = action?.toLowerCase() === oidc_trust_denied_ACTION.toLowerCase() ? undefined : action;
        return {
            role: refusal.role,
            by: by === 'trust-policy' ? undefined : by,
            explicit,
            beside,
            // The policy is evaluated for that action alone.
            verdict: beside === undefined ? trustPolicyVerdict(refusal.role) : undefined,
        };
    },
    describe(denied, evidence) {
        const { role, by, verdict } = denied;
        const { claims } = role;
        return {
            title: oidc_trust_denied_titleOf(denied),
            explanation: `AWS refuses to hand out the role ${(0,wording/* quoted */.TL)(role.role.arn)}, because ${reason(denied)}.`,
            evidence: [
                ...(by === undefined ? (verdict?.evidence ?? []) : []),
                ...(claims === undefined ? [] : subjectEvidence(claims)),
                ...(denied.explicit ? [`AWS names what refuses: ${POLICY[by ?? 'trust-policy']}, with an explicit deny`] : []),
                ...otherAccount(evidence, role.role.account),
                ...refusalEvidence(evidence),
            ],
            fix: fixesOf(denied, evidence),
            docs: docs/* DOCS */.i.oidcGitHub,
            ...(claims === undefined ? {} : { table: { head: ['Claim', 'This token'], rows: rows(claims) } }),
            ...(claims === undefined || !canHelp(denied)
                ? {}
                : {
                    snippet: { language: 'json', text: `${matchingStatement(claims, role.role, providerName(claims.iss))}\n` },
                }),
        };
    },
    subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});
/** Whether one more statement that allows would change anything. */
function canHelp({ by, explicit, beside, verdict }) {
    if (by !== undefined || explicit || beside !== undefined)
        return false;
    return verdict?.kind !== 'allows' && verdict?.kind !== 'denies';
}
function oidc_trust_denied_titleOf({ by, explicit, verdict }) {
    if (by !== undefined)
        return 'A policy beside the role’s own refuses this job’s token';
    if (explicit && verdict?.kind !== 'allows' && verdict?.kind !== 'denies')
        return DENY_TITLE;
    return verdict?.title ?? 'The role’s trust policy does not match this job’s token';
}
function reason({ by, explicit, beside, verdict }) {
    const what = beside === undefined ? '' : ` (${(0,wording/* quoted */.TL)(beside)})`;
    if (by !== undefined)
        return `${POLICY[by]} ${denyVerb(by, explicit)}${what}`;
    if (beside !== undefined) {
        return `its trust policy ${explicit ? 'denies' : 'does not allow'} ${(0,wording/* quoted */.TL)(beside)} to this token`;
    }
    switch (verdict?.kind) {
        case 'refuses':
            return explicit ? DENIED_BY_AWS : 'its trust policy, as `trust-policy` has it, does not allow this token';
        case 'denies':
            return 'its trust policy, as `trust-policy` has it, denies it to this token';
        case 'allows':
            return explicit
                ? `${DENIED_BY_AWS}, and is another than \`trust-policy\` has`
                : 'its policy in IAM is another than `trust-policy` has, because there is no such role, or because something else denies it: AWS’s answer is the same';
        default:
            return explicit
                ? DENIED_BY_AWS
                : 'no statement of its trust policy allows this token, or because there is no such role: AWS’s answer is the same';
    }
}
/** Where the role's own policy is not what is to be changed, or not by one more statement. */
function fixesOf(denied, evidence) {
    const { role, by, explicit, beside, verdict } = denied;
    const action = beside ?? oidc_trust_denied_ACTION;
    const target = (0,wording/* quoted */.TL)(role.role.arn);
    if (by !== undefined) {
        return [
            explicit
                ? `In ${POLICY[by]}, take ${target} out of the statement that denies \`${action}\`; the organisation’s administrator can.`
                : `In ${POLICY[by]}, allow \`${action}\` on ${target}; the organisation’s administrator can.`,
        ];
    }
    if (explicit && verdict?.kind !== 'allows' && verdict?.kind !== 'denies') {
        return [
            `${TRUST}, narrow or remove the statement with \`"Effect": "Deny"\` that applies to this token: one more that allows cannot help against it.`,
        ];
    }
    if (beside !== undefined) {
        return [`${TRUST}, add \`${beside}\` to the \`Action\` of the statement that allows this token.`];
    }
    return oidc_trust_denied_fixes(denied, evidence);
}
function oidc_trust_denied_fixes({ role: { claims }, verdict }, { settings, gathered: { job } }) {
    if (verdict?.kind === 'allows' || verdict?.kind === 'denies')
        return verdict.fix;
    const known = verdict?.kind === 'refuses';
    const where = known ? 'Or there (IAM → Roles → Trust relationships)' : TRUST;
    const statement = job.runsInActions ? 'the summary of this job has a statement that' : 'the statement below';
    const allow = claims === undefined
        ? 'allow the tokens of this job'
        : job.runsInActions && settings.summary === 'never'
            ? `allow tokens with exactly this \`aud\` and \`sub\`: ${(0,wording/* quoted */.TL)(claims.aud[0] ?? '')} and ${(0,wording/* quoted */.TL)(claims.sub)}`
            : `allow this token; ${statement} matches it, ready to paste`;
    return [
        ...(verdict?.fix ?? []),
        `${where}, ${allow}.`,
        ...(claims === undefined ? [] : cautions(claims)),
        ...(claims === undefined || known ? [] : usualMistakes(claims)),
        ...(settings.trustPolicy === undefined
            ? ['In this step, hand the policy over as `trust-policy`: then this finding names the very condition that fails.']
            : []),
        ...(known ? [] : ['In this step, check the account and the name in `role-to-assume`.']),
    ];
}

// EXTERNAL MODULE: ./src/read/region.ts + 1 modules
var read_region = __webpack_require__(1859);
;// CONCATENATED MODULE: ./src/diagnoses/move-to.ts

/** The same credentials asked in another region: at AWS's endpoint there, or at the same endpoint where it is not AWS's own. */
function moveTo(attempt, region) {
    const own = attempt.endpoint.hostname === (0,read_region/* stsHost */.HP)(attempt.region, {}) || isAwsEndpoint(attempt.endpoint);
    const host = own ? (0,read_region/* stsHost */.HP)(region, {}) : undefined;
    return { ...attempt, region, endpoint: host === undefined ? attempt.endpoint : new URL(`https://${host}/`) };
}
/** A regional or global STS host of AWS, not a VPC endpoint's and nobody else's. */
function isAwsEndpoint(endpoint) {
    const host = endpoint.hostname;
    if (host === 'sts.amazonaws.com')
        return true;
    const region = /^sts(?:-fips)?\.([a-z0-9-]+)\./.exec(host)?.[1];
    const facts = region === undefined ? undefined : (0,read_region/* readRegion */.XP)(region);
    return facts?.dnsSuffix !== undefined && host.endsWith(`.${facts.dnsSuffix}`);
}

;// CONCATENATED MODULE: ./src/diagnoses/partition-mismatch.ts






const NAME = {
    aws: 'commercial AWS',
    'aws-cn': 'AWS China',
    'aws-us-gov': 'AWS GovCloud',
    'aws-eusc': 'the AWS European Sovereign Cloud',
};
/** Credentials exist in one partition only; every other answers that the token is invalid. */
const partitionMismatch = entry({
    id: 'partition-mismatch',
    severity: 'error',
    phases: ['refused'],
    when: 'credentials of one partition (commercial, China, GovCloud, EU sovereign) are used in another',
    exceptions: 'A long-term key does not tell its partition: then only an ARN among the inputs can show it.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        const asked = evidence.facts?.region.partition;
        if ((kind !== 'invalid' && kind !== 'signature') || asked === undefined)
            return undefined;
        const home = kind === 'invalid' ? homeOf(evidence) : undefined;
        return home === undefined || home.credentials === asked ? undefined : { ...home, asked };
    },
    repair: (attempt, { region }) => moveTo(attempt, region),
    describe({ credentials, asked, region, because }, evidence) {
        return {
            title: `Credentials of ${NAME[credentials] ?? credentials} are used in ${NAME[asked] ?? asked}`,
            explanation: 'AWS does not know the key there, because the partitions have separate accounts and keys.',
            evidence: [
                because,
                `${(0,wording/* quoted */.TL)(evidence.facts?.region.name ?? '')} is a region of the partition ${(0,wording/* quoted */.TL)(asked)}`,
                ...refusalEvidence(evidence),
            ],
            fix: [
                `In the workflow, set \`aws-region\` (and \`AWS_REGION\`) to a region of the partition ${(0,wording/* quoted */.TL)(credentials)}, such as ${(0,wording/* quoted */.TL)(region)}.`,
                `In the secret store, put credentials of the partition ${(0,wording/* quoted */.TL)(asked)}, if that is where you deploy.`,
            ],
            docs: docs/* DOCS */.i.partitions,
        };
    },
    subject: (_detail, { settings }) => settings.region === undefined ? { kind: 'environment', name: 'AWS_REGION' } : { kind: 'input', name: 'aws-region' },
});
/** The partition that the credentials are of: the token says where it was issued; ARNs say where they are expected. */
function homeOf({ facts, settings }) {
    const issuedIn = facts?.sessionToken?.issuedIn;
    const issued = issuedIn === undefined ? undefined : (0,read_region/* readRegion */.XP)(issuedIn);
    if (issued?.partition !== undefined && issuedIn !== undefined) {
        return {
            credentials: issued.partition,
            region: issuedIn,
            because: `the session token was issued in ${(0,wording/* quoted */.TL)(issuedIn)}`,
        };
    }
    for (const arn of [settings.roleToAssume, ...settings.expectedArns]) {
        const partition = arn === undefined ? undefined : (0,read_region/* partitionOfArn */.Fh)(arn);
        const region = partition === undefined ? undefined : (0,read_region/* defaultRegionOf */.Jf)(partition);
        if (partition !== undefined && region !== undefined) {
            return {
                credentials: partition,
                region,
                because: `${(0,wording/* quoted */.TL)(arn ?? '')} is an ARN of the partition ${(0,wording/* quoted */.TL)(partition)}`,
            };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/diagnoses/region-disabled.ts






const texts = {
    id: 'region-disabled',
    severity: 'error',
    when: 'an opt-in region is not enabled for the account, or its STS is deactivated',
    exceptions: 'A region enabled some minutes ago may still answer so.',
    describe(disabled, evidence) {
        const { region, optIn } = disabled;
        if (disabled.isSubscription)
            return describeSubscription(disabled, evidence);
        return {
            title: optIn
                ? `The region ${region.slice(0, 30)} is not enabled for this account`
                : `STS is deactivated in ${region.slice(0, 30)} for this account`,
            explanation: optIn
                ? 'AWS does not know the credentials there, because an opt-in region takes an account’s keys only once it is enabled.'
                : 'AWS makes no credentials there, because STS is deactivated in this region for the account.',
            evidence: [
                `${(0,wording/* quoted */.TL)(region)} is ${optIn ? 'an opt-in region' : 'a region that every account has, where only STS can be deactivated'}`,
                ...refusalEvidence(evidence),
            ],
            fix: [
                ...(optIn
                    ? [`In the account’s settings (AWS Account → AWS Regions), enable ${(0,wording/* quoted */.TL)(region)}; it takes some minutes.`]
                    : []),
                `In IAM (Account settings → Security Token Service), activate STS for ${(0,wording/* quoted */.TL)(region)}${optIn ? ', if it is deactivated there' : ''}.`,
                'In the workflow, set `aws-region` to the region that you meant.',
            ],
            docs: docs/* DOCS */.i.stsRegions,
        };
    },
    subject: (_detail, { settings }) => settings.region === undefined
        ? { kind: 'environment', name: 'AWS_REGION' }
        : { kind: 'input', name: 'aws-region' },
};
/** OptInRequired: "You are not subscribed to this service". */
function describeSubscription({ region, optIn }, evidence) {
    return {
        title: `AWS says that the account is not subscribed in ${region.slice(0, 30)}`,
        explanation: 'AWS knows the credentials but refuses the call, because the account is not activated yet, or the region is not enabled for it.',
        evidence: [
            `${(0,wording/* quoted */.TL)(region)} is ${optIn ? 'an opt-in region, which an account has to enable' : 'a region that every active account has'}`,
            ...refusalEvidence(evidence),
        ],
        fix: [
            'In the AWS console, sign in as the account’s owner and finish what it asks for: a new account works only once its payment method and telephone number are verified.',
            `In the account’s settings (AWS Account → AWS Regions), see that ${(0,wording/* quoted */.TL)(region)} is enabled.`,
            'In the workflow, set `aws-region` to the region that you meant.',
        ],
        docs: docs/* DOCS */.i.stsRegions,
    };
}
const elsewhere = (attempt) => moveTo(attempt, (0,read_region/* defaultRegionOf */.Jf)('aws') ?? 'us-east-1');
/** AWS says so itself. */
const regionDisabled = entry({
    ...texts,
    phases: ['refused', 'role'],
    detect(evidence) {
        const { answer } = evidence;
        if (answer?.kind !== 'refused' || refusalOf(evidence) !== 'region-disabled')
            return undefined;
        const { name, optIn } = (0,read_region/* readRegion */.XP)(answer.attempt.region);
        return { region: name, optIn, ...(answer.code === 'OptInRequired' && { isSubscription: true }) };
    },
    repair: elsewhere,
});
/** AWS says merely "invalid": true only if the same credentials are accepted in a region that is always enabled. */
const regionPerhapsDisabled = entry({
    ...texts,
    phases: ['refused'],
    hypothesis: true,
    detect(evidence) {
        if (refusalOf(evidence) !== 'invalid' || evidence.facts === undefined)
            return undefined;
        const { region } = evidence.facts;
        const perhapsOptIn = region.optIn || (!region.known && region.partition === 'aws');
        return perhapsOptIn ? { region: region.name, optIn: region.optIn } : undefined;
    },
    repair: elsewhere,
});

// EXTERNAL MODULE: ./src/read/characters.ts
var characters = __webpack_require__(1462);
;// CONCATENATED MODULE: ./src/diagnoses/region-invalid.ts






/** Not a region's name: there is no such endpoint, so the nearest region is asked about the credentials instead. */
const regionInvalid = entry({
    id: 'region-invalid',
    severity: 'error',
    phases: ['before'],
    when: 'the text is not a region (the nearest one is named), or it is an availability zone',
    exceptions: 'A region newer than this release is passed over as long as it has a region’s form.',
    detect: ({ facts }) => (facts?.region.flaw === undefined ? undefined : facts.region),
    repair: (attempt, region) => moveTo(attempt, region.availabilityZoneOf ?? region.nearest[0] ?? 'us-east-1'),
    describe(region, evidence) {
        const zone = region.availabilityZoneOf;
        const from = evidence.gathered.region?.from ?? 'the region';
        return {
            title: region_invalid_titleOf(region),
            explanation: WHY[region.flaw ?? 'malformed'] ?? NO_HOST,
            evidence: [
                `${from} is ${shown(region)}`,
                ...strangers(region).map(({ codePoint, name, position }) => `its ${typeof position === 'number' ? `character ${position}` : `${position} character`} is ${codePoint}${name === codePoint ? '' : ` (${name})`}`),
                ...(zone === undefined ? [] : [`${(0,wording/* quoted */.TL)(region.name)} is an availability zone of ${(0,wording/* quoted */.TL)(zone)}`]),
                ...(region.nearest.length === 0 ? [] : [`the nearest regions: ${region.nearest.map(wording/* quoted */.TL).join(', ')}`]),
            ],
            fix: [
                zone === undefined && region.nearest[0] === undefined
                    ? `In ${from}, put a region such as \`eu-west-1\`.`
                    : `In ${from}, put ${(0,wording/* quoted */.TL)(zone ?? region.nearest[0] ?? '')}${region.nearest.length > 1 && zone === undefined ? ', if that is the one you mean' : ''}.`,
                ...(isSecret(region)
                    ? ['If it is a secret, replace it where it was made: other tools print the region in errors and logs.']
                    : []),
            ],
            docs: docs/* DOCS */.i.regions,
            ...changeTo(zone ?? region.nearest[0], region, evidence),
        };
    },
    subject: (_detail, evidence) => regionSubject(evidence),
});
function changeTo(to, region, evidence) {
    if (to === undefined || isSecret(region))
        return {};
    if (evidence.settings.region !== undefined)
        return { change: { kind: 'set-input', name: 'aws-region', value: to } };
    return { change: { kind: 'replace', entry: regionSubject(evidence), from: region.name, to } };
}
const NO_HOST = 'No AWS tool finds an endpoint, because host names are made from the region’s name, and there is none of this name.';
const WHY = {
    'upper-case': 'Host names take capitals, but the signature names the region as it is written, and AWS knows it in small letters only.',
    'white-space': 'A tool that does not trim it finds no endpoint, because host names are made from the region’s name.',
    pseudo: 'Some tools take it for a service’s global endpoint, and others look for a host of this name in vain, because it names no place.',
};
/** Somebody may have put a secret's value here. */
function isSecret(region) {
    return (0,unsafe_content/* holdsSecret */.hK)(region.name) !== undefined;
}
function shown(region) {
    return isSecret(region)
        ? `a text of ${region.name.length} characters that looks like a secret, and is not shown`
        : (0,wording/* quoted */.TL)(region.name);
}
/** Characters of the name that cannot be seen. */
function strangers({ name }) {
    return (0,characters/* indicesOutside */.X9)(name, /^[\x20-\x7e]$/, 3).map((index) => (0,characters/* placeAt */.BW)(name, index));
}
function region_invalid_titleOf(region) {
    if (isSecret(region))
        return 'A text that looks like a secret stands where the region belongs';
    const [stranger] = strangers(region);
    if (region.flaw === 'white-space' && stranger !== undefined && region.nearest[0] !== undefined)
        return `The region ${region.nearest[0]} is written with ${stranger.codePoint} in it`;
    const name = (0,wording/* quoted */.TL)(region.name).slice(1, -1).slice(0, 30);
    if (region.availabilityZoneOf !== undefined)
        return `${name} is an availability zone, not a region`;
    const [nearest] = region.nearest;
    return nearest === undefined
        ? `${name} is not an AWS region`
        : `${name} is not an AWS region; the nearest is ${nearest}`;
}
function regionSubject({ settings, gathered }) {
    if (settings.region !== undefined)
        return { kind: 'input', name: 'aws-region' };
    return { kind: 'environment', name: gathered.region?.from ?? 'AWS_REGION' };
}

// EXTERNAL MODULE: ./src/read/role-arn.ts
var role_arn = __webpack_require__(8932);
;// CONCATENATED MODULE: ./src/diagnoses/role-arn-invalid.ts








const WHAT = {
    'oidc-provider': 'the ARN of the OIDC provider, not of a role',
    user: 'the ARN of a user, not of a role',
    'assumed-role': 'the ARN of a role’s session, not of the role',
    'instance-profile': 'the ARN of an instance profile, not of a role',
    policy: 'the ARN of a policy, not of a role',
    'other-resource': 'the ARN of something else in IAM, not of a role',
    'bare-name': 'a name alone, not an ARN',
    'account-id': 'an account ID, not an ARN',
    placeholder: 'a placeholder that nobody filled in',
    'white-space': 'an ARN with white space or invisible characters in it',
    'other-service': 'the ARN of another service, not of IAM',
    'bad-account': 'an ARN whose account ID has not exactly 12 digits',
    'bad-partition': 'an ARN whose partition is none of AWS’s',
    'other-partition': 'the ARN of a role in another partition than the region’s',
    malformed: 'not a role’s ARN',
    refused: 'an ARN that AWS does not take',
};
/** Told before STS is asked: it would answer with a validation error, or as if the trust policy did not match. */
const roleArnInvalid = entry({
    id: 'role-arn-invalid',
    severity: 'error',
    phases: ['role', 'end'],
    when: '`role-to-assume` is not a role’s ARN',
    exceptions: 'None.',
    detect(evidence) {
        const text = evidence.settings.roleToAssume;
        if (text === undefined)
            return undefined;
        const read = (0,role_arn/* readRoleArn */.e)(text);
        if (!read.ok)
            return { is: read.is, text, correction: read.correction };
        if (evidence.role?.identity !== undefined)
            return undefined;
        const asked = askedPartition(evidence);
        if (asked !== undefined && asked !== read.partition)
            return { is: 'other-partition', text, correction: undefined };
        return roleRefusalOf(evidence)?.kind === 'arn' ? { is: 'refused', text, correction: undefined } : undefined;
    },
    describe({ is, text, correction }, evidence) {
        const region = regionOf(evidence);
        return {
            title: `role-to-assume is ${WHAT[is]}`,
            explanation: is === 'other-partition'
                ? 'The role cannot be assumed from here, because the partitions of AWS (commercial, China, GovCloud, EU sovereign) have separate accounts and roles.'
                : 'The role cannot be assumed, because AWS takes the ARN of a role and nothing else.',
            evidence: [
                `\`role-to-assume\` is ${role_arn_invalid_shown(is, text)}`,
                ...(is === 'other-partition' && region !== undefined
                    ? [`${(0,wording/* quoted */.TL)(region)} is a region of the partition ${(0,wording/* quoted */.TL)(askedPartition(evidence) ?? '')}`]
                    : []),
                ...refusalEvidence(evidence),
            ],
            fix: role_arn_invalid_fixes(is, correction),
            docs: is === 'other-partition' ? docs/* DOCS */.i.partitions : docs/* DOCS */.i.identifiers,
        };
    },
    subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});
function role_arn_invalid_fixes(is, correction) {
    if (is === 'other-partition') {
        return [
            'In this step, set `role-to-assume` to a role of the region’s own partition; its ARN begins with `arn:aws:`, `arn:aws-cn:` or `arn:aws-us-gov:`.',
            'In the workflow, set `aws-region` to a region of the role’s partition, if the region is what is wrong.',
        ];
    }
    return [
        correction === undefined
            ? 'In this step, set `role-to-assume` to an ARN such as `arn:aws:iam::123456789012:role/deploy`; the IAM console shows it at the top of the role’s page.'
            : `In this step, set \`role-to-assume\` to ${(0,wording/* quoted */.TL)(correction)}, if that is the role (a path, if it has one, comes before its name).`,
    ];
}
/** Somebody may have put a secret's value here. */
function role_arn_invalid_shown(is, text) {
    if (is === 'placeholder')
        return 'a placeholder';
    return !text.startsWith('arn:') && (0,unsafe_content/* holdsSecret */.hK)(text) !== undefined
        ? `a text of ${text.length} characters that looks like a secret, and is not shown`
        : (0,wording/* quoted */.TL)(text);
}
/** The partition of the region that was asked; undefined where the region itself is the fault. */
function askedPartition(evidence) {
    if (evidence.found.some((id) => id === 'region-invalid' || id === 'partition-mismatch'))
        return undefined;
    const region = regionOf(evidence);
    return region === undefined ? undefined : (0,read_region/* readRegion */.XP)(region).partition;
}
function regionOf({ facts, gathered }) {
    return facts?.region.name ?? gathered.region?.value;
}

;// CONCATENATED MODULE: ./src/diagnoses/packed-policy.ts




/** `PackedPolicyTooLarge`: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html#API_AssumeRole_Errors */
function packedPolicyOf(evidence) {
    const refusal = roleRefusalOf(evidence);
    if (refusal?.kind !== 'packed-policy')
        return undefined;
    return { isPacked: true, role: refusal.role, percent: /(?<!\d)\d{1,6}(?= ?%)/.exec(refusal.message)?.[0] };
}
function describePacked({ role, percent }, evidence) {
    const size = percent === undefined ? '' : `: ${percent} % of the room there is`;
    return {
        title: `The session’s tags are too large for the role ${role.role.name.slice(0, 28)}`,
        explanation: `AWS refuses to make the session, because its tags and policies, packed together, are larger than it allows.`,
        evidence: [
            `AWS says that their packed size is too large${size}`,
            'this step sends no tags and no policy: they come with the caller’s own session, or with the token',
            ...(role.chainedFrom === undefined ? [] : [`the caller is ${(0,wording/* quoted */.TL)(role.chainedFrom.arn)}`]),
            `the role is ${(0,wording/* quoted */.TL)(role.role.arn)}`,
            ...refusalEvidence(evidence),
        ],
        fix: [
            'In the step that makes the caller’s credentials, hand on fewer or shorter tags: transitive tags go with every role that is assumed from them.',
            'In EKS, turn the session tags of the Pod Identity association off, if the runner’s credentials come from there.',
        ],
        docs: docs/* DOCS */.i.roleTroubleshooting,
    };
}

;// CONCATENATED MODULE: ./src/diagnoses/role-denial-fixes.ts



/** What comes with AssumeRole, and needs an action of its own on both sides. */
const BESIDE = {
    'sts:TagSession': [
        'In the step that assumes the role, set `role-skip-session-tagging: true`, if the tags are not needed; tags that the caller’s own session hands on cannot be left out so.',
    ],
    'sts:SetSourceIdentity': [
        'In the step that makes the caller’s credentials, set no source identity, if it is not needed: a session hands its own on to every role that it assumes.',
    ],
};
/** Whether the action is one beside AssumeRole itself, so that the role is there. */
function isBeside(action) {
    return action !== undefined && action !== 'sts:AssumeRole';
}
/** Whether the refusal may be that of a condition, which the deployment's own request may meet. */
function isPerhapsCondition({ denial: { by, explicit, action }, isItself }) {
    return (by === undefined || (by === 'trust-policy' && !explicit)) && !isBeside(action) && !isItself;
}
/** The machine's own role stepped in, because the job may not ask for a token: that role is hardly meant. */
function isStandIn({ gathered: { credentials, job } }) {
    const ofMachine = credentials?.source === 'instance' || credentials?.source === 'container';
    return ofMachine && job.runsInActions && job.oidc === undefined;
}
const role_denial_fixes_GRANT = 'In the job, add `permissions: id-token: write`';
/** What to change, most likely first. */
function roleDenialFixes(denied, evidence) {
    const { role, denial, isItself, never } = denied;
    if (never !== undefined) {
        return ['In the secret store, put the key of an IAM user, or let the job assume the role by OIDC.'];
    }
    const { runsInActions } = evidence.gathered.job;
    const perhaps = isPerhapsCondition(denied);
    const standIn = isStandIn(evidence);
    return [
        ...(isItself
            ? [
                'In this step, leave `role-to-assume` out: the job’s credentials are this role’s already, and a role that assumes itself needs its own trust policy to say so.',
            ]
            : []),
        ...(standIn
            ? [
                `${role_denial_fixes_GRANT}: without it the credentials of the machine’s own role were taken, and with it this step assumes the role by OIDC.`,
            ]
            : []),
        ...policyFixes(role, denial),
        ...(runsInActions && perhaps && !standIn
            ? [`${role_denial_fixes_GRANT}, if the role is meant to be assumed by OIDC: then this step does so.`]
            : []),
        ...(denial.by === undefined && !isBeside(denial.action)
            ? ['In this step, check the account and the name in `role-to-assume`.']
            : []),
        ...(perhaps
            ? [
                'In this step, leave `role-to-assume` out, if the role’s policy asks for an external ID, tags or another session name (`sts:ExternalId`, `aws:RequestTag/…`, `sts:RoleSessionName`): the deployment may send them, and this check does not.',
            ]
            : []),
    ];
}
function policyFixes(role, { by, explicit, action = 'sts:AssumeRole' }) {
    const target = (0,wording/* quoted */.TL)(role.role.arn);
    const identity = explicit
        ? `In the policies of the caller, take ${target} out of the statement that denies \`${action}\`.`
        : `In a policy of the caller, allow \`${action}\` on ${target}.`;
    const trust = explicit
        ? `In the role’s trust policy, take the caller out of the statement that denies \`${action}\`.`
        : `In the role’s trust policy (IAM → Roles → Trust relationships), allow \`${action}\` for ${callerOf(role)}.`;
    const tags = BESIDE[action] ?? [];
    switch (by) {
        case 'identity-policy':
            return [identity, ...tags];
        case 'trust-policy':
            return [trust, ...tags];
        case undefined:
            return isBeside(action) ? [trust, identity, ...tags] : [identity, trust];
        case 'session-policy':
            return [
                explicit
                    ? `In the step that makes the credentials, take ${target} out of the statement of the session’s policy (\`inline-session-policy\`, \`managed-session-policies\`) that denies \`${action}\`.`
                    : `In the step that makes the credentials, let the session’s policy (\`inline-session-policy\`, \`managed-session-policies\`) allow \`${action}\` on ${target}.`,
                ...tags,
            ];
        default:
            return [
                `In ${POLICY[by]}, ${explicit ? 'take' : 'allow'} \`${action}\` on ${target}${explicit ? ' out of the statement that denies it' : ''}; where it is the organisation’s, its administrator can.`,
                ...tags,
            ];
    }
}
/** A trust policy is best written on the role, not on one of its sessions. */
function callerOf({ chainedFrom }) {
    if (chainedFrom === undefined)
        return 'the caller';
    const role = (0,read_arn/* roleArnOfAssumedRole */.No)(chainedFrom.arn);
    return role === undefined
        ? (0,wording/* quoted */.TL)(chainedFrom.arn)
        : `${(0,wording/* quoted */.TL)(role)} (with the role’s path before its name, if it has one)`;
}

;// CONCATENATED MODULE: ./src/diagnoses/role-assumption-denied.ts










/** The checked credentials are valid, and may not assume the role. */
const roleAssumptionDenied = entry({
    id: 'role-assumption-denied',
    severity: 'error',
    phases: ['role'],
    when: 'the checked credentials may not assume the role',
    exceptions: 'AWS gives the same answer where the role does not exist; and a policy that was changed seconds ago may not be in force everywhere yet.',
    detect(evidence) {
        const packed = packedPolicyOf(evidence);
        if (packed !== undefined)
            return packed;
        const refusal = roleDenialOf(evidence);
        if (refusal?.role.path !== 'chained' || evidence.found.includes('role-arn-invalid'))
            return undefined;
        const { role } = refusal;
        const denial = (0,role_refusal/* readDenial */.oq)(refusal.message);
        const ofRoot = (0,role_refusal/* refusesRoot */.SX)(refusal.message);
        return { role, denial, isItself: isSessionOf(role), never: never(role, ofRoot), ofRoot };
    },
    describe(denied, evidence) {
        if ('isPacked' in denied)
            return describePacked(denied, evidence);
        const { role, denial } = denied;
        return {
            title: `The credentials may not assume the role ${role.role.name.slice(0, 35)}`,
            explanation: `The credentials are valid, but AWS refuses \`${denial.action ?? 'sts:AssumeRole'}\`, because ${role_assumption_denied_reason(denied)}.`,
            evidence: [
                ...(role.chainedFrom === undefined ? [] : [`the caller is ${(0,wording/* quoted */.TL)(role.chainedFrom.arn)}`]),
                `the role is ${(0,wording/* quoted */.TL)(role.role.arn)}`,
                ...(denial.by === undefined
                    ? []
                    : [
                        `AWS names what refuses: ${POLICY[denial.by]}, ${denial.explicit ? 'with an explicit deny' : 'where nothing allows it'}`,
                    ]),
                ...otherAccount(evidence, role.role.account),
                ...(denied.ofRoot ? ['AWS says that roles may not be assumed by root accounts'] : []),
                ...ownValues(denied, evidence),
                ...refusalEvidence(evidence),
            ],
            fix: roleDenialFixes(denied, evidence),
            docs: docs/* DOCS */.i.roleTroubleshooting,
        };
    },
    subject: () => ({ kind: 'input', name: 'role-to-assume' }),
});
/** A session's ARN leaves out the role's path, so names are compared. */
function isSessionOf({ chainedFrom, role }) {
    if (chainedFrom?.principalType !== 'assumed-role')
        return false;
    return (0,read_arn/* roleArnOfAssumedRole */.No)(chainedFrom.arn) === `arn:${role.partition}:iam::${role.account}:role/${role.name}`;
}
/** Principals that no policy can help: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html, …/API_GetFederationToken.html */
const NEVER = {
    root: 'the account’s root user cannot assume any role',
    'federated-user': 'a federated user (GetFederationToken) cannot assume any role',
};
function never({ chainedFrom }, ofRoot) {
    return ofRoot ? NEVER.root : chainedFrom?.principalType && NEVER[chainedFrom.principalType];
}
/** What of the request is this step's, where a condition on it may be what refuses; and what was not looked at. */
function ownValues(denied, { settings }) {
    return [
        ...(denied.never === undefined && isPerhapsCondition(denied)
            ? [`this step gives the session the name \`${role_evidence/* SESSION_NAME */.z}\`, and sends no external ID and no tags`]
            : []),
        ...(settings.trustPolicy === undefined
            ? []
            : ['`trust-policy` was not evaluated: it is held against OIDC tokens, and this role was asked for with a key']),
    ];
}
function role_assumption_denied_reason({ never: impossible, denial: { action, by, explicit } }) {
    if (impossible !== undefined)
        return impossible;
    if (by === undefined) {
        const sides = 'the caller’s policies or the role’s trust policy do not allow it';
        return isBeside(action) ? sides : `${sides}, or because there is no such role: AWS’s answer is the same`;
    }
    return `${POLICY[by]} ${denyVerb(by, explicit)}`;
}

;// CONCATENATED MODULE: ./src/diagnoses/secret-access-key-malformed.ts





/** STS refused, and the secret cannot be one. AWS promises no form, so what STS accepts is fine whatever its length. */
const secretAccessKeyMalformed = entry({
    id: 'secret-access-key-malformed',
    severity: 'error',
    phases: ['refused'],
    evident: true,
    when: 'STS refused, and the secret is not 40 characters of `A–Z a–z 0–9 / +`',
    exceptions: 'A secret of another form that STS accepts is never reported.',
    detect(evidence) {
        const { facts } = evidence;
        if (facts === undefined || facts.secretAccessKey.wellFormed)
            return undefined;
        // What stands around a whole secret is a finding of its own.
        const { placeholder, stray } = facts;
        if (placeholder.secretAccessKey !== undefined || (0,unsafe_content/* isSecretAccessKey */.Ii)(stray.secretAccessKey?.repaired ?? '')) {
            return undefined;
        }
        const kind = refusalOf(evidence);
        return kind === 'time' || kind === 'denied' || kind === 'other' ? undefined : facts.secretAccessKey;
    },
    describe(secret, evidence) {
        return {
            title: secret_access_key_malformed_titleOf(secret),
            explanation: `${refusalOf(evidence) === 'signature'
                ? 'The signature cannot match'
                : 'No signature made with it can match, once AWS knows the key'}, because AWS makes every secret access key with exactly 40 characters of \`A–Z a–z 0–9 / +\`.`,
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('secretAccessKey', evidence))} has ${(0,wording/* characters */.hg)(secret.length)}`,
                ...secret.foreign.map(({ codePoint, position }) => `character ${position} is ${codePoint}, which no secret has`),
                ...(secret.hasPadding ? ['it ends in U+003D (equals sign), which no secret does'] : []),
                ...(secret.looksLike === undefined ? [] : [LOOKALIKE[secret.looksLike]]),
                ...(refusalOf(evidence) === 'signature'
                    ? refusalEvidence(evidence)
                    : ['AWS has not judged it yet: what it refused comes before the signature']),
            ],
            fix: [
                secret.looksLike === 'base64-of-secret'
                    ? `${(0,wording/* whereToFix */._C)('secretAccessKey', evidence)}, put the value before it was encoded: it is the base64 of a secret access key.`
                    : `${(0,wording/* whereToFix */._C)('secretAccessKey', evidence)}, enter the secret access key again, all 40 characters of it.`,
                'AWS shows a secret only once: where it is lost, make a new access key in the IAM console and delete this one.',
            ],
            docs: docs/* DOCS */.i.accessKeys,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('secretAccessKey', evidence),
});
const LOOKALIKE = {
    'access-key-id': 'it has the form of an access key ID',
    'git-sha': 'it has the form of a Git commit ID',
    'base64-of-secret': 'decoded from base64 it has the form of a secret access key',
    'session-token': 'it has the form of a session token',
    'documentation-example': 'it is the example from AWS’s documentation',
};
function secret_access_key_malformed_titleOf(secret) {
    if (secret.looksLike === 'access-key-id')
        return 'An access key ID stands where the secret access key belongs';
    if (secret.looksLike === 'session-token')
        return 'A session token stands where the secret access key belongs';
    if (secret.length !== 40)
        return `The secret access key has ${(0,wording/* characters */.hg)(secret.length)} instead of 40`;
    return 'The secret access key has characters that no secret has';
}

;// CONCATENATED MODULE: ./src/diagnoses/secret-access-key-rejected.ts




/** The value that was asked, which need not be the one that stands in the variable. */
function secretOf(evidence) {
    const swapped = evidence.found.includes('swapped-keys');
    const name = (0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)(swapped ? 'accessKeyId' : 'secretAccessKey', evidence));
    return evidence.found.includes('stray-characters') && isRepaired(evidence, swapped)
        ? `without the stray characters, ${name}`
        : name;
}
function isRepaired({ gathered: { credentials }, attempt }, swapped) {
    const raw = swapped ? credentials?.accessKeyId : credentials?.secretAccessKey;
    return raw?.reveal() !== attempt?.secretAccessKey.reveal();
}
/** The signature does not match, and nothing about the secret's form explains it. */
const secretAccessKeyRejected = entry({
    id: 'secret-access-key-rejected',
    severity: 'error',
    phases: ['refused'],
    when: 'the secret is well-formed, but not this key’s',
    exceptions: 'A proxy that rewrites requests breaks the signature too. AWS also answers so for some seconds after the same key ID was used with another, wrong secret.',
    detect(evidence) {
        if (refusalOf(evidence) !== 'signature' || evidence.facts === undefined)
            return undefined;
        if (evidence.found.includes('secret-access-key-malformed') || evidence.found.includes('unresolved-placeholder'))
            return undefined;
        const strayLeft = evidence.facts.stray.secretAccessKey !== undefined;
        return strayLeft ? undefined : { gitSha: evidence.facts.secretAccessKey.looksLike === 'git-sha' };
    },
    describe({ gitSha }, evidence) {
        const key = (0,wording/* keyOf */.TN)(evidence);
        return {
            title: `The secret access key does not belong to ${key}`,
            explanation: `AWS knows the access key ID, but the signature made with this secret does not match, because the secret is another key’s or was altered.`,
            evidence: [
                `${secretOf(evidence)} has the form of a secret access key: 40 characters, none foreign`,
                ...(gitSha ? ['it is 40 hexadecimal digits, which is also the form of a Git commit ID'] : []),
                ...refusalEvidence(evidence),
                ...(evidence.clock === undefined
                    ? []
                    : ['the clock is not the cause: STS answers a wrong date with another text']),
            ],
            fix: [
                `${(0,wording/* whereToFix */._C)('secretAccessKey', evidence)}, enter the secret that was made together with ${key}; update the ID and the secret at the same time.`,
                'AWS shows a secret only once: where it is lost, make a new access key in the IAM console and delete this one.',
            ],
            docs: docs/* DOCS */.i.signatures,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('secretAccessKey', evidence),
});

;// CONCATENATED MODULE: ./src/diagnoses/session-token-expired.ts





/** STS says so, or the token is older than any session can be: then STS may say merely "invalid" (amazon-sp-api#57). */
const sessionTokenExpired = entry({
    id: 'session-token-expired',
    severity: 'error',
    phases: ['refused'],
    evident: true,
    when: 'STS says that the session token has expired, or its age is past any possible lifetime',
    exceptions: 'None once STS has refused.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        const { facts, session } = evidence;
        if (kind === undefined || kind === 'time' || kind === 'denied')
            return undefined;
        if (facts?.accessKeyId.kind === 'long-term')
            return undefined;
        const age = session.issuedAt === undefined ? undefined : session.now.getTime() - session.issuedAt.getTime();
        const tooOld = age !== undefined && age > read_session/* LONGEST_SESSION */.ul && facts?.sessionToken?.state === 'complete';
        if (kind !== 'expired' && !tooOld)
            return undefined;
        const remaining = session.secondsRemaining;
        return {
            said: kind === 'expired',
            expiredSeconds: remaining !== undefined && remaining < 0 ? -remaining : undefined,
            ageSeconds: age === undefined ? undefined : age / 1000,
        };
    },
    describe({ said, expiredSeconds, ageSeconds }, evidence) {
        const { session } = evidence;
        return {
            title: session_token_expired_titleOf(expiredSeconds, ageSeconds),
            explanation: 'Every AWS call is refused, because the temporary credentials of this job have come to their end.',
            evidence: [
                ...(session.expiresAt === undefined || expiredSeconds === undefined
                    ? []
                    : [`the session ended at ${(0,wording/* timestamp */.vE)(session.expiresAt)}, by ${(0,wording/* basisOf */.gp)(session.basis ?? '')}`]),
                ...(session.expiresAt === undefined || expiredSeconds !== undefined
                    ? []
                    : [
                        `${(0,wording/* basisOf */.gp)(session.basis ?? '')} says that it lasts until ${(0,wording/* timestamp */.vE)(session.expiresAt)}, which may be another session’s end: STS’s word counts`,
                    ]),
                ...(session.issuedAt === undefined
                    ? []
                    : [
                        `the token was issued at ${(0,wording/* timestamp */.vE)(session.issuedAt)}${ageSeconds === undefined ? '' : `, ${(0,wording/* spell */.lO)(ageSeconds)} ago`}`,
                    ]),
                ...(said ? [] : ['no session lasts longer than 36 hours']),
                `AWS’s time is ${(0,wording/* timestamp */.vE)(session.now)}`,
                ...refusalEvidence(evidence),
            ],
            fix: session_token_expired_fixes(evidence.gathered.job.runsInActions, evidence.gathered.credentials?.source, (0,wording/* nameOf */.Vb)('sessionToken', evidence)),
            docs: docs/* DOCS */.i.requestTemporary,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('sessionToken', evidence),
});
function session_token_expired_titleOf(expiredSeconds, ageSeconds) {
    if (expiredSeconds !== undefined)
        return `AWS session token expired ${(0,wording/* ago */.KN)(expiredSeconds)}`;
    if (ageSeconds !== undefined && ageSeconds > 0)
        return `AWS session token has expired; it was issued ${(0,wording/* spell */.lO)(ageSeconds)} ago`;
    return 'AWS session token has expired';
}
function session_token_expired_fixes(runsInActions, source, name) {
    if (source === 'profile' || source === 'sso')
        return ['On the runner, log in again or fetch new credentials before the job.'];
    if (!runsInActions)
        return [`In the environment, fetch new credentials, and set all three variables again, ${(0,wording/* quoted */.TL)(name)} included.`];
    return [
        'In the job, run `aws-actions/configure-aws-credentials` again right before this step: a session is not renewed by itself.',
        'Where the job simply takes longer, raise `role-duration-seconds` there, and the role’s maximum session duration in IAM (12 hours at most; 1 hour for chained roles).',
        'In the secret store, temporary credentials are always out of date sooner or later: assume a role by OIDC instead.',
    ];
}

;// CONCATENATED MODULE: ./src/diagnoses/session-token-malformed.ts






/** The token's form is undocumented, so it only explains a refusal; opaque tokens are no fault. */
const sessionTokenMalformed = entry({
    id: 'session-token-malformed',
    severity: 'error',
    phases: ['before', 'refused'],
    evident: true,
    when: 'the session token is truncated, altered or not a token at all',
    exceptions: 'The form of tokens is not documented. A token that STS accepts is never reported, however odd.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        const token = evidence.facts?.sessionToken;
        if (token === undefined || (kind !== undefined && READABLE.has(kind)))
            return undefined;
        // What cannot enter a header is no token, and nobody can be asked about it.
        if (kind === undefined && (0,stray_characters/* unsendable */.Yf)(evidence.attempt?.sessionToken?.reveal() ?? '') === undefined)
            return undefined;
        const { facts } = evidence;
        if (facts?.placeholder.sessionToken !== undefined || (kind === undefined && facts?.stray.sessionToken))
            return undefined;
        if (facts?.accessKeyId.kind === 'long-term')
            return undefined;
        return token.state === 'complete' || token.state === 'opaque' ? undefined : token;
    },
    repair: (attempt, token) => token.repaired === undefined ? undefined : { ...attempt, sessionToken: new secret/* Secret */.z(token.repaired) },
    describe(token, evidence) {
        return {
            title: session_token_malformed_titleOf(token),
            explanation: 'AWS takes a session token only as a whole and unchanged, because it is encrypted and signed.',
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('sessionToken', evidence))} has ${(0,wording/* characters */.hg)(token.characters)}`,
                ...(token.bytes === undefined
                    ? []
                    : [
                        `the token says it has ${token.state === 'truncated' ? 'at least ' : ''}${token.bytes.expected} bytes, ${token.bytes.actual} are here`,
                    ]),
                ...(token.detail === undefined ? [] : [token.detail]),
                ...refusalEvidence(evidence),
            ],
            fix: [
                token.state === 'encoded'
                    ? `${(0,wording/* whereToFix */._C)('sessionToken', evidence)}, put the token as it was before it was encoded.`
                    : `${(0,wording/* whereToFix */._C)('sessionToken', evidence)}, enter the token again, from its first character to its last${token.state === 'padding-lost' ? ', the `=` at the end included' : ''}.`,
                'In scripts, hand the token on in double quotes, and check tools that cut at `=`, at a line length or at a field width.',
            ],
            docs: docs/* DOCS */.i.temporaryCredentials,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('sessionToken', evidence),
});
/**
 * Refusals of a token that AWS could read: one that it calls expired, and one whose secret it held the signature
 * against, since a session's secret is known by its token alone.
 */
const READABLE = new Set(['expired', 'signature', 'time', 'denied']);
function session_token_malformed_titleOf(token) {
    switch (token.state) {
        case 'truncated':
            return token.bytes === undefined
                ? 'The session token is cut off'
                : `The session token is cut off: ${token.bytes.actual} of at least ${token.bytes.expected} bytes are here`;
        case 'doubled':
            return 'The session token stands there twice';
        case 'padding-lost':
            return 'The session token has lost the = at its end';
        case 'trailing':
            return 'Something follows the session token';
        case 'not-base64':
            return 'The session token has characters that no token has';
        case 'encoded':
            return 'The session token is encoded in base64 once more';
        case 'beheaded':
            return 'The session token has lost its beginning';
        case 'not-a-token':
            return 'The session token is not one';
        default:
            return 'The session token was altered';
    }
}

;// CONCATENATED MODULE: ./src/diagnoses/session-token-mismatched.ts




/** Both the key ID and the token hold the account that they were made in (facts read offline). */
const sessionTokenMismatched = entry({
    id: 'session-token-mismatched',
    severity: 'error',
    phases: ['refused'],
    evident: true,
    when: 'token and key come from different sessions: the accounts in them differ',
    exceptions: 'Two sessions of the same account cannot be told apart offline; then `access-key-rejected` names this cause.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        const { facts } = evidence;
        const keyAccount = facts?.accessKeyId.account;
        const tokenAccount = facts?.sessionToken?.account;
        if (kind === undefined || kind === 'time' || kind === 'denied')
            return undefined;
        if (facts?.accessKeyId.kind !== 'temporary' || keyAccount === undefined || tokenAccount === undefined)
            return undefined;
        return keyAccount === tokenAccount ? undefined : { keyAccount, tokenAccount };
    },
    describe({ keyAccount, tokenAccount }, evidence) {
        return {
            title: 'Access key and session token come from different accounts',
            explanation: 'AWS refuses them, because the three values of temporary credentials only work together.',
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* keyOf */.TN)(evidence))} belongs to account ${keyAccount}`,
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('sessionToken', evidence))} was issued in account ${tokenAccount}`,
                ...refusalEvidence(evidence),
            ],
            fix: [
                `${(0,wording/* whereToFix */._C)('sessionToken', evidence)}, put the token that was issued together with ${(0,wording/* keyOf */.TN)(evidence)}; always replace all three values at once.`,
                'In the workflow, look for two steps that export credentials, or for secrets of two environments side by side.',
            ],
            docs: docs/* DOCS */.i.temporaryCredentials,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('sessionToken', evidence),
});

;// CONCATENATED MODULE: ./src/diagnoses/session-token-missing.ts




/** A temporary key is "unique only in combination with the secret access key and the session token" (IAM User Guide). */
const sessionTokenMissing = entry({
    id: 'session-token-missing',
    severity: 'error',
    phases: ['refused'],
    evident: true,
    when: 'the key is temporary (`ASIA…`) and there is no session token',
    exceptions: 'None once STS has refused.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        if (kind === undefined || kind === 'time' || kind === 'denied')
            return undefined;
        if (evidence.facts?.accessKeyId.kind !== 'temporary')
            return undefined;
        return evidence.attempt?.sessionToken === undefined ? true : undefined;
    },
    describe(_detail, evidence) {
        const name = (0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('sessionToken', evidence));
        return {
            title: 'The session token of the temporary access key is missing',
            explanation: 'AWS knows temporary credentials only by all three values together: access key ID, secret access key and session token.',
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* keyOf */.TN)(evidence))} begins with \`ASIA\`: it is temporary`,
                `${name} is empty or not set`,
                ...refusalEvidence(evidence),
            ],
            fix: [
                evidence.gathered.credentials?.source === 'inputs'
                    ? `In this step, hand the token on too: \`${(0,wording/* nameOf */.Vb)('sessionToken', evidence)}: \${{ … }}\`.`
                    : `${(0,wording/* whereToFix */._C)('sessionToken', evidence)}, add the session token that was issued with this key.`,
                'Temporary credentials end within hours, so they do not belong in a secret store: let the job assume a role by OIDC instead.',
            ],
            docs: docs/* DOCS */.i.temporaryCredentials,
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('sessionToken', evidence) ?? (0,wording/* subjectOf */.et)('accessKeyId', evidence),
});

;// CONCATENATED MODULE: ./src/diagnoses/session-token-region-limited.ts






/** "Version 1 tokens are valid only in AWS Regions that are available by default" (IAM User Guide). */
const sessionTokenRegionLimited = entry({
    id: 'session-token-region-limited',
    severity: 'error',
    phases: ['refused'],
    when: 'a version 1 session token is used in an opt-in region',
    exceptions: 'None once STS has refused.',
    detect(evidence) {
        const { facts } = evidence;
        if (refusalOf(evidence) !== 'invalid' || facts?.sessionToken?.version !== 1)
            return undefined;
        return facts.region.optIn && facts.accessKeyId.kind === 'temporary' ? { region: facts.region.name } : undefined;
    },
    repair: (attempt) => moveTo(attempt, (0,read_region/* defaultRegionOf */.Jf)('aws') ?? 'us-east-1'),
    describe({ region }, evidence) {
        return {
            title: `The session token is not valid in the opt-in region ${region}`,
            explanation: `AWS refuses it there, because the token is of version 1, from the global STS endpoint: such tokens are valid only in regions that are enabled by default.`,
            evidence: [
                'the token has the form of version 1',
                `${(0,wording/* quoted */.TL)(region)} is an opt-in region`,
                ...refusalEvidence(evidence),
            ],
            fix: [
                `In the step that makes the session, ask a regional endpoint: \`AWS_STS_REGIONAL_ENDPOINTS=regional\`, or an endpoint such as ${(0,wording/* quoted */.TL)(`https://sts.${region}.amazonaws.com`)}.`,
                'In the IAM console (Account settings → Security Token Service), set the global endpoint’s tokens to “Valid in all AWS Regions”.',
            ],
            docs: docs/* DOCS */.i.stsRegions,
        };
    },
});

// EXTERNAL MODULE: ./src/read/facts.ts + 1 modules
var read_facts = __webpack_require__(2975);
;// CONCATENATED MODULE: ./src/diagnoses/unresolved-placeholder.ts






const WHAT_PLACEHOLDER = {
    expression: 'still the text of an expression, `${{ … }}`',
    'shell-variable': 'still the name of a variable, such as `$NAME`',
    masked: 'asterisks: a value copied from a log in which it was masked',
    'null-literal': 'a word for nothing, such as `null` or `undefined`',
    template: 'a text to be filled in, such as `<your-key>`',
    'documentation-example': 'the example from AWS’s documentation',
    emulator: 'a made-up value for an emulator, such as `test`',
};
const FIX = {
    expression: 'In the workflow, look at the quoting: GitHub fills in `${{ … }}` only in the workflow file itself, not in scripts, files or other secrets.',
    'shell-variable': 'In the workflow, use `${{ secrets.NAME }}`: `env:` and `with:` do not expand shell variables.',
    masked: 'In the secret store, enter the value from where it was made; logs show only asterisks.',
    'null-literal': 'In the step that makes the value, check its output: a JSON query that finds nothing prints `null`.',
    template: 'In the secret store, enter the real value.',
    'documentation-example': 'In the IAM console, make an access key, and enter it in the secret store.',
    emulator: 'In the environment, remove what was meant for a local emulator, or set its endpoint with `sts-endpoint`.',
};
/** A value that nobody filled in. STS judges it first, where it can be sent at all: an emulator takes any value. */
const unresolvedPlaceholder = entry({
    id: 'unresolved-placeholder',
    severity: 'error',
    phases: ['before', 'refused'],
    evident: true,
    when: 'a value is still `${{ … }}`, `$VAR`, `***`, `null`, `<your-key>`, or AWS’s documentation example',
    exceptions: 'Emulators such as LocalStack take any value: what STS accepts is never called a placeholder.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        if (evidence.facts === undefined || kind === 'time' || kind === 'denied')
            return undefined;
        const placeholder = placeholdersOf(evidence.facts);
        if (kind === undefined && !HEADERS.some((field) => placeholder[field] && cannotBeSent(field, evidence))) {
            return undefined;
        }
        const values = read_facts/* FIELDS */.c.flatMap((field) => {
            const found = placeholder[field];
            return found === undefined ? [] : [{ field, kind: found.kind }];
        });
        return values.length === 0 ? undefined : { values };
    },
    describe({ values }, evidence) {
        const [first] = values;
        return {
            title: values.length === 1 && first !== undefined
                ? `The ${(0,wording/* nounOf */.a2)(first.field)} is a placeholder, not a value`
                : 'The credentials are placeholders, not values',
            explanation: 'AWS knows no such key, because the text was never replaced by the real value.',
            evidence: [
                ...values.map(({ field, kind }) => `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)(field, evidence))} is ${WHAT_PLACEHOLDER[kind]}`),
                ...refusalEvidence(evidence),
            ],
            fix: [
                ...new Set(values.map(({ kind }) => FIX[kind])),
                ...values.map(({ field }) => `${(0,wording/* whereToFix */._C)(field, evidence)}, put the real ${(0,wording/* nounOf */.a2)(field)}.`),
            ],
            docs: docs/* DOCS */.i.secrets,
        };
    },
    subject: ({ values }, evidence) => (values[0] === undefined ? undefined : (0,wording/* subjectOf */.et)(values[0].field, evidence)),
});
/** A long-term key takes no token, so one beside it is only left over, whatever it holds. */
function placeholdersOf({ placeholder, accessKeyId }) {
    if (placeholder.accessKeyId !== undefined || accessKeyId.kind !== 'long-term')
        return placeholder;
    return Object.fromEntries(Object.entries(placeholder).filter(([field]) => field !== 'sessionToken'));
}
/** The values that travel in a header. */
const HEADERS = ['accessKeyId', 'sessionToken'];
function cannotBeSent(field, { attempt }) {
    return (0,stray_characters/* unsendable */.Yf)(attempt?.[field]?.reveal() ?? '') !== undefined;
}

;// CONCATENATED MODULE: ./src/diagnoses/session-token-stale.ts






/** A long-term key takes no token: one that is there is another session's, and AWS then refuses the key with it. */
const sessionTokenStale = entry({
    id: 'session-token-stale',
    severity: 'error',
    phases: ['before', 'refused'],
    evident: true,
    when: 'the key is long-term (`AKIA…`) and a session token is left over from another session',
    exceptions: 'None once STS has refused.',
    detect(evidence) {
        const kind = refusalOf(evidence);
        const { facts } = evidence;
        if (facts?.accessKeyId.kind !== 'long-term' || facts.sessionToken === undefined)
            return undefined;
        if (kind === 'time' || kind === 'denied')
            return undefined;
        const { placeholder } = facts;
        // Nobody filled in any of them: then the token is no other's.
        if (placeholder.accessKeyId !== undefined && placeholder.sessionToken !== undefined)
            return undefined;
        // Before anything is asked, only a token that cannot enter a header.
        if (kind === undefined && (0,stray_characters/* unsendable */.Yf)(evidence.attempt?.sessionToken?.reveal() ?? '') === undefined)
            return undefined;
        return {
            account: facts.sessionToken.account,
            expired: kind === 'expired',
            placeholder: placeholder.sessionToken?.kind,
        };
    },
    repair: (attempt) => ({ ...attempt, sessionToken: undefined }),
    describe({ account, expired, placeholder }, evidence) {
        const name = (0,wording/* nameOf */.Vb)('sessionToken', evidence);
        const { job, credentials } = evidence.gathered;
        return {
            title: placeholder === undefined
                ? 'A session token is left over beside a long-term access key'
                : 'A placeholder stands as session token beside a long-term access key',
            explanation: `AWS refuses the key, because ${(0,wording/* quoted */.TL)(name)} ${placeholder === undefined ? 'belongs to another session' : 'is not empty'}, and a long-term key takes no token.`,
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* keyOf */.TN)(evidence))} begins with \`AKIA\`: it is long-term`,
                placeholder === undefined
                    ? `${(0,wording/* quoted */.TL)(name)} is set${account === undefined ? '' : `; it was issued in account ${account}`}`
                    : `${(0,wording/* quoted */.TL)(name)} is ${WHAT_PLACEHOLDER[placeholder]}`,
                ...(expired ? ['STS says that the token has expired; the key itself has no end'] : []),
                ...refusalEvidence(evidence),
            ],
            fix: [
                credentials?.source === 'inputs'
                    ? `In this step, remove the input ${(0,wording/* quoted */.TL)(name)}, or hand on the three values of one session.`
                    : credentials?.source === 'environment' && job.runsInActions
                        ? `In the step or job that sets the key, add \`${name}: ''\`, which clears what an earlier step exported.`
                        : `Remove ${(0,wording/* quoted */.TL)(name)}.`,
                placeholder === undefined
                    ? 'In the earlier step that assumed a role, keep its credentials to itself (`output-env-credentials: false`), if they are not meant for this one.'
                    : 'In the step or setting that fills in the token, leave it out: only temporary keys (`ASIA…`) have one.',
            ],
            docs: docs/* DOCS */.i.temporaryCredentials,
            ...(credentials?.source === 'environment' && job.runsInActions
                ? {
                    snippet: { language: 'yaml', text: `env:\n  ${name}: ''\n` },
                    change: { kind: 'environment', name, value: '' },
                }
                : {}),
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('sessionToken', evidence),
});

;// CONCATENATED MODULE: ./src/diagnoses/file-problems.ts



/** A profile that is named and not there. Who stops at it depends on what else holds credentials. */
function describeProfile(problem, { gathered }) {
    const { profile, namedBy, files, misplaced, nearest } = problem;
    const { credentials } = gathered;
    const consequence = credentials === undefined
        ? ', so AWS tools find no credentials in it'
        : `: some AWS tools stop there, although there are credentials in ${credentials.location}; others pass on to those`;
    return {
        title: titled('The profile ', profile, ' is in neither AWS file'),
        explanation: `${nameOfPlace(namedBy)} names a profile that does not exist${consequence}.`,
        evidence: [
            ...files.map((file) => `${(0,wording/* quoted */.TL)(file.path)} ${file.exists ? 'has no such profile' : 'does not exist'}`),
            ...(misplaced === undefined
                ? []
                : [
                    `${(0,wording/* quoted */.TL)(misplaced.file)} line ${misplaced.line} has the heading ${(0,wording/* quoted */.TL)(misplaced.heading)}, which AWS tools do not read in that file`,
                ]),
        ],
        fix: [
            ...(misplaced === undefined
                ? []
                : [
                    `In ${(0,wording/* quoted */.TL)(misplaced.file)}, line ${misplaced.line}, correct the heading: \`[profile NAME]\` in the config file, \`[NAME]\` in the credentials file.`,
                ]),
            ...(nearest.length === 0
                ? []
                : [`${placeOf(namedBy)}: check the spelling; there are ${nearest.map(wording/* quoted */.TL).join(', ')}.`]),
            `${placeOf(namedBy)}: take it out where the profile is not meant, or write the profile in an earlier step.`,
        ],
        docs: docs/* DOCS */.i.files,
    };
}
/** A shared file that cannot be read or parsed. */
function describeFile(problem) {
    const { file, line, why, stops } = problem;
    const at = line === undefined ? '' : `, line ${line}`;
    const isTooLarge = stops === 'this check';
    return {
        title: isTooLarge
            ? titled('', file, ` ${why}: too large for this check`)
            : titled('AWS tools cannot read ', file, at),
        explanation: isTooLarge
            ? `This check does not read so large a file, so what ${(0,wording/* quoted */.TL)(file)} holds is neither good nor bad; AWS tools may read it.`
            : `The file ${(0,wording/* quoted */.TL)(file)} ${why}, which stops ${stops}.`,
        evidence: [`${(0,wording/* quoted */.TL)(file)}${line === undefined ? '' : ` line ${line}`}: ${why}`],
        fix: file_problems_fixesFor(problem),
        docs: docs/* DOCS */.i.files,
    };
}
const HERE_DOCUMENT = 'In the step that writes the file, check quoting and line ends: a here-document with expressions in it often breaks a line.';
const APPENDED = 'In the step that writes the file, write it anew (`>`) rather than append to it (`>>`): on a runner that is used again each run adds the same lines.';
function file_problems_fixesFor({ cause, file, line, namedBy }) {
    const at = `In ${(0,wording/* quoted */.TL)(file)}${line === undefined ? '' : `, line ${line}`},`;
    const writer = `In the step that writes ${(0,wording/* quoted */.TL)(file)},`;
    switch (cause) {
        case 'directory':
        case 'not-regular':
        case 'link-loop':
            return [
                `${writer} write a regular file in its place.`,
                ...(namedBy === undefined ? [] : [`${placeOf(namedBy)}: name the file itself.`]),
            ];
        case 'permission':
            return [
                `On the runner, let the user that runs the job read ${(0,wording/* quoted */.TL)(file)}: often a container or \`sudo\` wrote it as another user.`,
            ];
        case 'encoding':
            return [
                `${writer} write UTF-8: in PowerShell with \`Out-File -Encoding utf8NoBOM\`, in version 5 with \`-Encoding ascii\`.`,
            ];
        case 'byte-order-mark':
            return [`${writer} leave the byte order mark out: in PowerShell with \`Out-File -Encoding utf8NoBOM\`.`];
        case 'size':
            return [`${writer} write only the profiles that the job needs.`];
        case 'system':
            return [`On the runner, check the disk and the path of ${(0,wording/* quoted */.TL)(file)}.`];
        case 'heading-twice':
            return [`${at} take the second heading out and put its settings under the first.`, APPENDED];
        case 'setting-twice':
            return [`${at} take out the one of the two settings that is not meant.`, APPENDED];
        case 'line':
            return [
                `${at} put it right: headings stand in square brackets, settings are \`name = value\` below one.`,
                HERE_DOCUMENT,
            ];
    }
}

;// CONCATENATED MODULE: ./src/diagnoses/process-problems.ts



/** The finding in words: what the program did stands in the title. */
function describeProcess({ profile, command, failure, stderr, where }) {
    const what = deed(failure);
    const file = / in (\S.*)$/s.exec(where)?.[1];
    const isOpen = failure.reason === 'time-out';
    return {
        title: titled('The credential_process of ', profile, ` ${what}`),
        explanation: isOpen
            ? `The program ${(0,wording/* quoted */.TL)(command)} was still running when the time-out of this step came, so the profile ${(0,wording/* quoted */.TL)(profile)} has no credentials; AWS tools would go on waiting for it.`
            : `The profile ${(0,wording/* quoted */.TL)(profile)} has no credentials, because the program ${(0,wording/* quoted */.TL)(command)} that should give them ${what}.`,
        evidence: [measured(failure), ...(stderr === '' ? [] : [`its standard error ends: ${(0,wording/* quoted */.TL)(stderr)}`])],
        fix: [
            ...(isOpen
                ? [
                    'In this step, raise `timeout`, if the program needs longer; if it waits for somebody to type, it cannot run in a job.',
                ]
                : []),
            `In ${file === undefined ? 'the config file' : (0,wording/* quoted */.TL)(file)}, profile ${(0,wording/* quoted */.TL)(profile)}, take the command of \`credential_process\` and run it by hand: it must print JSON with \`"Version": 1\`, \`AccessKeyId\` and \`SecretAccessKey\`.`,
            ...(failure.reason === 'expired' ? ['In that program’s own cache, renew the credentials before this step.'] : []),
        ],
        docs: docs/* DOCS */.i.process,
    };
}
function deed(failure) {
    switch (failure.reason) {
        case 'exit':
            return `ended with exit status ${failure.status}`;
        case 'signal':
            return `was ended by ${failure.signal}`;
        case 'not-started':
            return `could not be started (${failure.code})`;
        case 'time-out':
            return `gave no answer in ${(0,wording/* spell */.lO)(failure.seconds)}`;
        case 'too-much-output':
            return 'printed more than 1 MiB';
        case 'not-json':
            return 'did not print JSON';
        case 'wrong-version':
            return 'printed another Version than 1';
        case 'incomplete':
            return `left out ${failure.missing.join(' and ')}`;
        case 'expired':
            return `gave keys that expired ${(0,wording/* ago */.KN)(failure.secondsAgo)}`;
    }
}
/** What a shell means by the two: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html */
const SHELL_STATUS = {
    126: ', with which a shell says that it may not run the program',
    127: ', with which a shell says that there is no such program',
};
function measured(failure) {
    switch (failure.reason) {
        case 'exit':
            return `it ended with exit status ${failure.status}${SHELL_STATUS[failure.status] ?? ''}`;
        case 'not-started':
            return `the system answered ${failure.code}`;
        case 'time-out':
            return `it was ended after ${(0,wording/* spell */.lO)(failure.seconds)}, which was all that this step had left`;
        case 'expired':
            return `the Expiration it gave is ${(0,wording/* quoted */.TL)(failure.expiration)}`;
        default:
            return `it ${deed(failure)}`;
    }
}

;// CONCATENATED MODULE: ./src/diagnoses/source-unavailable.ts



/** A source that was named and gave nothing: why, in AWS's own terms where AWS refused, and what mends that. */
function describeSource(problem) {
    const { source, namedBy, unanswered, why, refusal, role, remedy } = problem;
    const service = source === 'sso' ? 'the sign-in service' : 'STS';
    return {
        title: `The ${SOURCE_NAME[source]} gave no credentials`,
        explanation: unanswered === undefined
            ? `${nameOfPlace(namedBy)} sends AWS tools to a source that cannot be used.`
            : `${nameOfPlace(namedBy)} needs ${service}, which gave no answer of its own, so the credentials are neither good nor bad.`,
        evidence: [
            ...(role === undefined ? [] : [`the role is ${(0,wording/* quoted */.TL)(role)}`]),
            refusal === undefined
                ? why
                : `${why} (status ${refusal.status}${refusal.requestId === undefined ? '' : `, request ID ${refusal.requestId}`})`,
        ],
        fix: unanswered === undefined ? source_unavailable_fixesFor(problem) : [tryAgain(service)],
        docs: remedy === 'instance-role-trust' || refusal !== undefined ? docs/* DOCS */.i.roleTroubleshooting : docs/* DOCS */.i.chain,
    };
}
function source_unavailable_fixesFor({ source, namedBy, refusal, remedy }) {
    const left = `${placeOf(namedBy)}: correct it, or take it out where it is left over from something else.`;
    if (remedy !== undefined)
        return [REMEDY[remedy](placeOf(namedBy)), ...(remedy === 'name-the-role' ? [left] : [])];
    if (source === 'web-identity' && refusal !== undefined)
        return [TOKEN_REFUSED[refusal.code] ?? SOURCE_FIX[source], left];
    return refusal === undefined ? [left, SOURCE_FIX[source]] : [SOURCE_FIX[source], left];
}
function tryAgain(service) {
    return `On the runner, check that ${service} can be reached, and run the job again.`;
}
const SOURCE_NAME = {
    'web-identity': 'web identity token',
    sso: 'SSO session',
    container: 'container credentials endpoint',
    instance: 'instance metadata service',
    profile: 'profile’s role',
};
const SOURCE_FIX = {
    'web-identity': 'In the step that writes the web identity token, check that it runs in this job, before this step, and that the token is fresh.',
    sso: 'On the runner, log in first (`aws sso login`): a job cannot do so by itself.',
    container: 'On the runner, check that the agent behind the container credentials endpoint runs and that the task or pod has a role.',
    instance: 'On the runner, check that the instance has an instance profile and that IMDSv2 answers from where the job runs (hop limit 2 in containers).',
    profile: 'In the role’s trust policy and in the source profile’s permissions, check that the one may assume the other.',
};
const FRESH = 'In the step that writes the web identity token, ask for the token right before it is needed: GitHub’s live for minutes.';
const PROVIDER = 'In IAM of the role’s account, check that there is an OIDC provider for the token’s issuer and that it lists the token’s audience.';
const TOKEN_REFUSED = {
    ExpiredToken: FRESH,
    ExpiredTokenException: FRESH,
    InvalidIdentityToken: PROVIDER,
    InvalidIdentityTokenException: PROVIDER,
    AccessDenied: 'In the role’s trust policy, check that it lets this token’s issuer, audience and subject assume the role.',
    ValidationError: 'In the environment, check that `AWS_ROLE_ARN` is the ARN of the role: `arn:aws:iam::ACCOUNT:role/NAME`.',
};
/** @param place - where the setting at fault stands, as a fix begins */
const REMEDY = {
    'name-the-role': () => 'In the step that sets the web identity token file, name the role too: `AWS_ROLE_ARN` beside the variable, `role_arn` in the profile.',
    'one-source': (place) => `${place}: leave one of \`source_profile\` and \`credential_source\` beside it, and take the other out.`,
    'add-source': (place) => `${place}: add \`source_profile\` (another profile) or \`credential_source\` (\`Environment\`, \`Ec2InstanceMetadata\`, \`EcsContainer\`) beside it.`,
    'break-circle': (place) => `${place}: name a profile that has credentials of its own.`,
    'no-mfa': (place) => `${place}: use a role without \`mfa_serial\` for jobs, or let the job assume the role by OIDC.`,
    'sso-settings': (place) => `${place}: complete the settings; a profile needs \`sso_account_id\` and \`sso_role_name\`, its session \`sso_start_url\` and \`sso_region\`.`,
    'sso-assignment': () => 'In IAM Identity Center, assign the person that signed in to the account with that permission set, or correct `sso_account_id` and `sso_role_name` in the profile.',
    'instance-role-trust': () => 'In the trust policy of the instance profile’s role, let `ec2.amazonaws.com` assume the role; it may have been deleted and made anew since.',
};

;// CONCATENATED MODULE: ./src/diagnoses/source-problems.ts





/** Faults of a source are found by gather/; here they are only put into words. */
function ofKind(id, texts, describe, severity = 'error') {
    return entry({
        id,
        severity,
        ...(typeof severity === 'function' ? { otherwise: 'unknown' } : {}),
        phases: ['before'],
        ...texts,
        detect: ({ gathered }) => gathered.problems.find((problem) => problem.kind === id),
        describe,
        subject: (problem, evidence) => subjectOfSource('namedBy' in problem ? problem.namedBy : undefined, evidence),
    });
}
const profileNotFound = ofKind('profile-not-found', {
    when: 'the named profile is in neither shared file',
    exceptions: 'A step that writes the files must run before this one.',
}, describeProfile);
const credentialsFileInvalid = ofKind('credentials-file-invalid', {
    when: 'a shared file cannot be read or parsed',
    exceptions: 'Tools differ: the finding says which of them stop. Of a file that is only too large for this check nothing is known: the verdict is then `unknown`.',
}, describeFile, ({ stops }) => (stops === 'this check' ? 'unknown' : 'error'));
const credentialProcessFailed = ofKind('credential-process-failed', {
    when: '`credential_process` failed, or answered expired credentials',
    exceptions: 'AWS tools stop at the same point, but wait for as long as the program runs: raise `timeout` where it needs more.',
}, describeProcess);
const sourceUnavailable = ofKind('source-unavailable', {
    when: 'a web identity file, SSO cache, container or instance endpoint is named but cannot be used',
    exceptions: 'A metadata service can be slow right after boot; run the job again.',
}, describeSource, 
// Where only a service was silent, nothing is known of the source.
({ unanswered }) => (unanswered === true ? 'unknown' : 'error'));

// EXTERNAL MODULE: ./src/read/access-key-id.ts
var access_key_id = __webpack_require__(5650);
;// CONCATENATED MODULE: ./src/diagnoses/stray-characters.ts








/**
 * Characters that came along with a value. Before anything is asked, only what cannot be sent, or cannot be right, is
 * taken: a control character in a header; a secret that has the form of one once the strays are gone. The same key ID
 * with two different secrets makes AWS answer the second falsely, so such a secret is asked in its repaired form only.
 */
const strayCharacters = entry({
    id: 'stray-characters',
    severity: 'error',
    phases: ['before', 'refused'],
    evident: true,
    when: 'white space, line ends, quotes, a BOM, zero-width characters, URL-encoding or a `NAME=` came along with a value',
    exceptions: 'A space at the end of a session token does no harm, since HTTP drops it: whatever STS accepts is not reported.',
    detect(evidence) {
        const { facts } = evidence;
        if (facts === undefined)
            return undefined;
        const values = strays(evidence, facts);
        if (values.length === 0)
            return undefined;
        if (evidence.answer === undefined) {
            return values.some((value) => cannotBeAsked(value, evidence)) ? { values, secretWasAsked: false } : undefined;
        }
        const kind = refusalOf(evidence);
        return kind === 'time' || kind === 'denied' ? undefined : { values, secretWasAsked: true };
    },
    repair(attempt, { values, secretWasAsked }) {
        if (secretWasAsked && values.some(({ field }) => field === 'secretAccessKey'))
            return undefined;
        const repaired = values.reduce((changed, { field, stray }) => ({ ...changed, [field]: new secret/* Secret */.z(stray.repaired) }), attempt);
        // What was pasted into the key ID's place may turn out to be a secret, which must not travel in clear.
        return (0,access_key_id/* readAccessKeyId */.pv)(repaired.accessKeyId.reveal()).unsafe === undefined ? repaired : undefined;
    },
    describe({ values }, evidence) {
        const [first] = values;
        const what = first === undefined ? '' : KIND_NAME[first.stray.kinds[0] ?? 'white-space'];
        return {
            title: values.length === 1 && first !== undefined
                ? `The ${(0,wording/* nounOf */.a2)(first.field)} has ${what}${what.endsWith(' it') ? '' : ' in it'}`
                : 'Stray characters came along with the AWS credentials',
            explanation: isComment(values, evidence) ? COMMENT : UNTRIMMED,
            evidence: [
                ...values.map(({ field, stray, length }) => `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)(field, evidence))} has ${(0,wording/* characters */.hg)(length)}; ${places(stray)}`),
                ...refusalEvidence(evidence),
            ],
            fix: [
                ...values.map(({ field }) => `${(0,wording/* whereToFix */._C)(field, evidence)}, enter the ${(0,wording/* nounOf */.a2)(field)} again, with nothing before or behind it.`),
                'From a terminal, `printf %s "$VALUE" | gh secret set NAME` adds no line end; `echo` does.',
            ],
            docs: docs/* DOCS */.i.secrets,
            change: { kind: 'trim', entries: values.map(({ field }) => (0,wording/* subjectOf */.et)(field, evidence)) },
        };
    },
    subject: ({ values }, evidence) => (values[0] === undefined ? undefined : (0,wording/* subjectOf */.et)(values[0].field, evidence)),
});
const UNTRIMMED = 'AWS takes every character as part of the value, because nothing trims it on the way; logs hide it, so the fault cannot be seen there.';
const COMMENT = 'What stands behind the value is no comment to all tools: the AWS CLI and boto3 take it as part of the value, and only some SDKs drop it.';
/** Only in a file do some tools take it for one. */
function isComment(values, { gathered }) {
    return gathered.credentials?.source === 'profile' && values.some(({ stray }) => stray.kinds.includes('comment'));
}
function strays(evidence, facts) {
    return read_facts/* FIELDS */.c.flatMap((field) => {
        const stray = facts.stray[field];
        return stray === undefined ? [] : [{ field, stray, length: evidence.attempt?.[field]?.length ?? 0 }];
    });
}
function cannotBeAsked({ field, stray }, { settings }) {
    if (field === 'secretAccessKey')
        return settings.confirm && (0,unsafe_content/* isSecretAccessKey */.Ii)(stray.repaired);
    return !stray.sendable;
}
const KIND_NAME = {
    'white-space': 'white space',
    'line-end': 'a line end',
    quotes: 'quotes',
    'smart-quotes': 'typographic quotes',
    'byte-order-mark': 'a byte order mark',
    'zero-width': 'an invisible character',
    'no-break-space': 'a no-break space',
    control: 'a control character',
    'url-encoding': 'URL-encoding',
    escape: 'a backslash escape',
    assignment: 'a NAME= in front of it',
    comment: 'a comment behind it',
    'trailing-separator': 'a separator behind it',
};
function places({ kinds, places: found }) {
    const kindsText = kinds.map((kind) => KIND_NAME[kind]).join(', ');
    const where = found.map(({ codePoint, name, position }) => {
        const at = position === 'first' || position === 'last' ? `the ${position}` : `number ${position}`;
        return `${at} is ${codePoint} (${name})`;
    });
    return where.length === 0 ? `it has ${kindsText}` : `${where.join(', ')}: ${kindsText}`;
}

// EXTERNAL MODULE: ./src/read/reach.ts
var reach = __webpack_require__(663);
;// CONCATENATED MODULE: ./src/diagnoses/surroundings.ts





/** A left-over endpoint makes any key look valid, or sends STS calls to nowhere. */
const customEndpoint = entry({
    id: 'custom-endpoint',
    severity: 'warning',
    phases: ['end'],
    when: '`AWS_ENDPOINT_URL` or `AWS_ENDPOINT_URL_STS` sends STS calls somewhere that is not AWS',
    exceptions: 'Where it is meant, as with LocalStack, set the input `sts-endpoint` instead: then it is your choice and no warning.',
    detect({ gathered, settings }) {
        if (settings.stsEndpoint !== undefined) {
            const { hostname, protocol, host } = settings.stsEndpoint;
            return protocol === 'http:' && (0,reach/* reachOf */.x)(hostname) !== 'loopback'
                ? { from: 'the input sts-endpoint', host, plain: true }
                : undefined;
        }
        if (gathered.endpoint === undefined)
            return undefined;
        const url = URL.parse(gathered.endpoint.value);
        if (url?.protocol === 'https:' && isAwsEndpoint(url))
            return undefined;
        const usable = url !== null && /^https?:$/.test(url.protocol);
        return {
            from: gathered.endpoint.from,
            host: usable ? url.host : undefined,
            plain: url?.protocol === 'http:' && (0,reach/* reachOf */.x)(url.hostname) !== 'loopback',
        };
    },
    describe: ({ from, host, plain }) => ({
        title: host === undefined
            ? 'The STS endpoint that is set is not a URL'
            : plain
                ? 'STS calls go over plain HTTP, in clear'
                : 'STS calls go to a host that is not AWS’s',
        explanation: host === undefined
            ? 'AWS tools stop at it; this check asked AWS’s own endpoint instead.'
            : plain
                ? 'The session token travels in clear, and whatever answers there decides what is accepted.'
                : 'What answers there decides what is accepted: an emulator takes any key.',
        evidence: [host === undefined ? `${from} holds no http or https URL` : `${from} leads to ${(0,wording/* quoted */.TL)(host)}`],
        fix: [
            `In ${from}: leave it empty, if it is left over from a local emulator; if it is meant, set this step’s \`sts-endpoint\`${plain ? ', with https' : ''}.`,
        ],
        docs: docs/* DOCS */.i.endpointSettings,
    }),
    subject: (_detail, { settings, gathered }) => settings.stsEndpoint === undefined
        ? { kind: 'environment', name: gathered.endpoint?.from ?? 'AWS_ENDPOINT_URL' }
        : { kind: 'input', name: 'sts-endpoint' },
});
const regionMissing = entry({
    id: 'region-missing',
    severity: 'warning',
    phases: ['end'],
    when: 'no region is set anywhere',
    exceptions: 'Jobs that only use global services do without one.',
    detect: ({ gathered, attempt, role }) => gathered.region === undefined && (attempt !== undefined || role !== undefined) ? true : undefined,
    describe: () => ({
        title: 'No AWS region is set; us-east-1 was asked',
        explanation: 'Most tools of a deployment stop without a region, because every regional call needs one.',
        evidence: ['the input `aws-region`, `AWS_REGION`, `AWS_DEFAULT_REGION` and the profile’s `region` are empty'],
        fix: [
            'In the workflow, set `AWS_REGION` in the job’s `env:`, or `aws-region` in the step that makes the credentials.',
        ],
        docs: docs/* DOCS */.i.regions,
    }),
});

;// CONCATENATED MODULE: ./src/diagnoses/swapped-keys.ts






/** In quotes, or with a `NAME=` in front, and nothing about it that must not be sent as a key ID. */
function isKeyIdInside(value) {
    const repaired = (0,stray_characters/* readStray */.WV)(value, 'accessKeyId')?.repaired;
    return repaired !== undefined && (0,access_key_id/* isAccessKeyId */.Pw)(repaired) && (0,unsafe_content/* holdsSecret */.hK)(value) === undefined;
}
/** Nothing is sent as it stands: the key ID travels in clear, and AWS's error text echoes it. */
const swappedKeys = entry({
    id: 'swapped-keys',
    severity: 'error',
    phases: ['before'],
    when: 'the key ID and the secret are in each other’s place',
    exceptions: 'None. Sending such a pair would put the secret on the wire and into AWS’s error texts in clear.',
    detect({ facts, attempt }) {
        if (facts?.accessKeyId.unsafe !== 'secret' || attempt === undefined)
            return undefined;
        if (facts.secretAccessKey.looksLike !== 'access-key-id' && !isKeyIdInside(attempt.secretAccessKey.reveal()))
            return undefined;
        return { keyIdLength: facts.accessKeyId.length, secretLength: facts.secretAccessKey.length };
    },
    repair: (attempt) => ({
        ...attempt,
        accessKeyId: attempt.secretAccessKey,
        secretAccessKey: attempt.accessKeyId,
    }),
    describe({ keyIdLength, secretLength }, evidence) {
        return {
            title: 'The access key ID and the secret access key are swapped',
            explanation: 'AWS cannot find the key, because each of the two values stands in the other’s place. Nothing was sent that way: the key ID travels in clear.',
            evidence: [
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('accessKeyId', evidence))} holds ${keyIdLength} characters in the form of a secret access key`,
                `${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('secretAccessKey', evidence))} holds ${secretLength} characters in the form of an access key ID`,
            ],
            fix: [
                `${(0,wording/* whereToFix */._C)('accessKeyId', evidence)}, put the access key ID (20 characters, \`AKIA…\` or \`ASIA…\`), and the secret access key (40 characters) in ${(0,wording/* quoted */.TL)((0,wording/* nameOf */.Vb)('secretAccessKey', evidence))}.`,
                'If other tools have run with these values, make a new key and delete this one: error texts and logs may hold the secret.',
            ],
            docs: docs/* DOCS */.i.accessKeys,
            change: {
                kind: 'swap',
                entries: [(0,wording/* subjectOf */.et)('accessKeyId', evidence), (0,wording/* subjectOf */.et)('secretAccessKey', evidence)],
            },
        };
    },
    subject: (_detail, evidence) => (0,wording/* subjectOf */.et)('accessKeyId', evidence),
});

;// CONCATENATED MODULE: ./src/diagnoses/unreachable.ts

const unreachable_TITLE = {
    dns: 'its name was not found',
    connect: 'the connection failed',
    proxy: 'the proxy did not answer as one',
    tls: 'no trusted TLS connection',
    send: 'the request could not be sent',
    answer: 'the answer was no HTTP',
    'time-out': 'no answer in time',
    reset: 'the connection broke off',
};
/** For a title, after "STS could not be reached:". */
function whatFailed({ step, code = '', detail = '' }) {
    if (step !== 'proxy')
        return unreachable_TITLE[step];
    if (code.startsWith('ERR_PROXY_'))
        return 'the proxy setting names no HTTP proxy';
    if (code.startsWith('HTTP_'))
        return 'the proxy refused';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return 'the proxy’s name was not found';
    if (CONNECTING.has(code))
        return 'the connection to the proxy failed';
    if (code === 'ECONNRESET' || code === 'EPIPE')
        return 'the proxy broke the connection off';
    return detail.includes('certificate') ? 'no trusted TLS connection to the proxy' : unreachable_TITLE.proxy;
}
const CONNECTING = new Set(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL']);
/** Which setting decided whether a proxy was asked. */
function proxyInForce(problem) {
    const { proxy, direct } = problem ?? {};
    if (proxy !== undefined)
        return `through the proxy ${(0,wording/* quoted */.TL)(`${proxy.host}:${proxy.port}`)}, from ${(0,wording/* quoted */.TL)(proxy.variable)}`;
    switch (direct?.because) {
        case 'exempt':
            return `no proxy was asked: ${(0,wording/* quoted */.TL)(direct.variable)} exempts the host from ${(0,wording/* quoted */.TL)(direct.instead)}`;
        case 'empty':
            return `no proxy was asked: ${(0,wording/* quoted */.TL)(direct.variable)} is set and empty, which switches ${(0,wording/* quoted */.TL)(direct.instead)} off`;
        case 'loopback':
            return `no proxy was asked: the host is this machine itself, which the proxy in ${(0,wording/* quoted */.TL)(direct.variable)} could not reach`;
        default:
            return problem?.code?.startsWith('ERR_PROXY_') === true
                ? 'the setting is not shown: it may hold a password'
                : 'no proxy setting was in force';
    }
}
/** What to change, most likely first. */
function unreachableFixes(problem, place, evidence) {
    const allow = `In the network’s egress rules, allow ${(0,wording/* quoted */.TL)(place.host)} on port ${place.port}.`;
    switch (problem?.step) {
        case 'dns':
            return [
                ...unknownRegion(evidence),
                'In the workflow, check the region and the endpoint: the host’s name is made from them.',
                ...proxyKeptOut(problem),
                'On the runner, check that it can resolve public names, or the private zone of the VPC endpoint.',
                allow,
            ];
        case 'tls':
            return tlsFixes(problem, place, evidence);
        case 'proxy':
            return proxyFixes(problem, place);
        default:
            return [
                ...proxyKeptOut(problem),
                ...(problem?.proxy === undefined ? [allow, ...throughProxy(problem)] : [...throughProxy(problem), allow]),
                'Run the job again, where the network was merely busy.',
            ];
    }
}
function throughProxy(problem) {
    if (problem?.direct !== undefined)
        return [];
    if (problem?.proxy === undefined) {
        return ['On a self-hosted runner behind a proxy, set `HTTPS_PROXY`, and `NO_PROXY` for what is reached directly.'];
    }
    const { variable, host, port } = problem.proxy;
    return [
        `In ${(0,wording/* quoted */.TL)(variable)}, check the address ${(0,wording/* quoted */.TL)(`${host}:${port}`)}, and on the proxy, that it runs and reaches AWS; or add the host to \`NO_PROXY\`, where it can be reached directly.`,
    ];
}
/** A setting of its own kept the proxy out. */
function proxyKeptOut(problem) {
    const { because, variable, instead } = problem?.direct ?? {};
    if (because === 'exempt') {
        return [`In ${(0,wording/* quoted */.TL)(variable ?? '')}, take the host out, if it can only be reached through the proxy.`];
    }
    return because === 'empty'
        ? [
            `On the runner, remove the empty ${(0,wording/* quoted */.TL)(variable ?? '')}, if the proxy in ${(0,wording/* quoted */.TL)(instead ?? '')} is meant to be used.`,
        ]
        : [];
}
function proxyFixes({ proxy, code = '', detail = '' }, { host, port }) {
    const variable = proxy?.variable ?? /^\w+_proxy\b/i.exec(detail)?.[0] ?? 'HTTPS_PROXY';
    const around = 'or add the host to `NO_PROXY`, where it can be reached directly';
    if (code.startsWith('ERR_PROXY_')) {
        return [
            `In ${(0,wording/* quoted */.TL)(variable)}, put a URL such as \`http://proxy.example:3128\`, characters like \`#\` and \`/\` in a password written as \`%23\` and \`%2F\`; AWS tools speak to HTTP proxies, not to SOCKS.`,
        ];
    }
    if (code.startsWith('HTTP_')) {
        return [
            `In ${(0,wording/* quoted */.TL)(variable)}, check the proxy’s address and its user and password.`,
            `In the proxy’s rules, allow CONNECT to ${(0,wording/* quoted */.TL)(`${host}:${port}`)}; ${around}.`,
        ];
    }
    return [
        `In ${(0,wording/* quoted */.TL)(variable)}, check the proxy’s scheme, name and port; ${around}.`,
        'On the proxy, check that it runs and lets this runner in.',
    ];
}
const INTERCEPTED = 'On the runner, set `NODE_EXTRA_CA_CERTS` (for this step’s Node.js) and `AWS_CA_BUNDLE` (for the AWS CLI) to the proxy’s root certificate, where a proxy opens TLS connections.';
const ANOTHER_HOST = 'In the workflow, check `sts-endpoint` and the proxy settings, where the certificate is for another host.';
function tlsFixes({ code = '', detail = '' }, { host, port }, { gathered }) {
    if (code === 'ERR_CA_BUNDLE' || detail.endsWith('names cannot be read')) {
        const from = gathered.network.caBundle?.from ?? 'AWS_CA_BUNDLE';
        return [
            `In ${(0,wording/* quoted */.TL)(from)}, put the path of a PEM file of certificates that this step can read (in a container, a path within it); or remove the setting, if no proxy opens TLS connections.`,
        ];
    }
    if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
        return [
            'On the runner, check the clock: a wrong date makes good certificates look bad.',
            'On the proxy or the endpoint whose certificate it is, renew it, if the clock is right.',
        ];
    }
    if (detail.includes('does not speak TLS')) {
        return [
            `In the workflow, check the scheme and the port of \`sts-endpoint\` or \`AWS_ENDPOINT_URL_STS\`: what listens on ${(0,wording/* quoted */.TL)(`${host}:${port}`)} speaks no TLS.`,
            'In the network, look for what answers in AWS’s place, if the endpoint is AWS’s own.',
        ];
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
        return [ANOTHER_HOST, INTERCEPTED];
    return [INTERCEPTED, ANOTHER_HOST];
}
/** A name that does not resolve may be a region's that does not exist; or a newer one's, behind a broken DNS. */
function unknownRegion({ facts, answer }) {
    const step = answer?.kind === 'unanswered' ? answer.problem?.step : undefined;
    if (facts === undefined || facts.region.known || step !== 'dns')
        return [];
    return [`In the workflow, check the region: ${(0,wording/* quoted */.TL)(facts.region.name)} is none that this release knows.`];
}

;// CONCATENATED MODULE: ./src/diagnoses/unanswered.ts




/** No answer came, for this reason. */
function unanswered(evidence, why) {
    return evidence.answer?.kind === 'unanswered' && evidence.answer.why === why ? evidence.answer : undefined;
}
/** What the missing answer leaves open: the role, where it was the role's call. */
function notJudged({ role, answer }) {
    const ofRole = role !== undefined && (answer === role.answer || answer === role.check);
    return ofRole
        ? 'Whether the role can be assumed could not be checked, so it is neither good nor bad.'
        : 'The credentials could not be checked, so they are neither good nor bad.';
}
function requests(answer, evidence) {
    return `${answer.requests} ${answer.requests === 1 ? 'request' : 'requests'} within the time-out of ${(0,wording/* spell */.lO)(evidence.settings.timeout)}`;
}
const stsUnreachable = entry({
    id: 'sts-unreachable',
    severity: 'unknown',
    phases: ['unanswered', 'role'],
    when: 'DNS, connection, TLS, proxy, a reset or a time-out kept the answer away',
    exceptions: 'The network, not the credentials: set `on-unknown: warn` where a deployment may go on unchecked.',
    detect: (evidence) => unanswered(evidence, 'unreachable'),
    describe(answer, evidence) {
        const { problem } = answer;
        const host = problem?.host ?? answer.attempt.endpoint.hostname;
        const port = problem?.port ?? 443;
        return {
            title: `STS could not be reached: ${problem === undefined ? 'no answer' : whatFailed(problem)}`,
            explanation: `${notJudged(evidence)} The deployment will most likely meet the same obstacle.`,
            evidence: [
                `asked ${(0,wording/* quoted */.TL)(`${host}:${port}`)}${problem === undefined ? '' : `; it failed at ${STEP[problem.step]}`}${problem?.code === undefined ? '' : ` (${(0,wording/* quoted */.TL)(problem.code)})`}`,
                ...(problem?.detail === undefined ? [] : [problem.detail]),
                proxyInForce(problem),
                requests(answer, evidence),
            ],
            fix: unreachableFixes(problem, { host, port }, evidence),
            docs: problem?.step === 'proxy' ? docs/* DOCS */.i.proxies : docs/* DOCS */.i.stsEndpoints,
        };
    },
});
const STEP = {
    dns: 'the DNS look-up',
    connect: 'the connection',
    proxy: 'the proxy',
    tls: 'the TLS handshake',
    send: 'sending the request',
    answer: 'the answer',
    'time-out': 'the time-out',
    reset: 'the answer, which broke off',
};
const stsThrottled = entry({
    id: 'sts-throttled',
    severity: 'unknown',
    phases: ['unanswered', 'role'],
    when: 'STS still throttled when the deadline came',
    exceptions: 'The credentials may be fine; raise `timeout` where many jobs start at once.',
    detect: (evidence) => unanswered(evidence, 'throttled'),
    describe: (answer, evidence) => ({
        title: `STS throttled the requests up to the time-out of ${(0,wording/* spell */.lO)(evidence.settings.timeout)}`,
        explanation: `${notJudged(evidence)} The account makes more STS calls than AWS allows at once.`,
        evidence: [requests(answer, evidence), `the last answer had status ${answer.status ?? 'none'}`],
        fix: [
            'In the workflow, let fewer jobs start at the same moment (`max-parallel`, `concurrency`), or raise `timeout` of this step.',
            'In the account, look for a program that calls STS in a loop; CloudTrail names it.',
        ],
        docs: docs/* DOCS */.i.stsEndpoints,
    }),
});
const stsUnavailable = entry({
    id: 'sts-unavailable',
    severity: 'unknown',
    phases: ['unanswered', 'role'],
    when: 'the endpoint answered with 5xx until the deadline',
    exceptions: 'The credentials may be fine; run the job again.',
    detect: (evidence) => unanswered(evidence, 'unavailable'),
    describe: (answer, evidence) => ({
        title: `STS answered with errors of its own (status ${answer.status ?? 'none'})`,
        explanation: `${notJudged(evidence)} The endpoint, or something in front of it, has a fault.`,
        evidence: [
            requests(answer, evidence),
            answer.requestIds.length > 0
                ? 'the answers carry AWS’s request IDs'
                : 'the answers carry no AWS request ID: a proxy on the way may have made them',
        ],
        fix: [
            'Run the job again; the AWS Health Dashboard tells of larger faults.',
            `In the network, check what stands in front of ${(0,wording/* quoted */.TL)(answer.attempt.endpoint.host)}, if it goes on.`,
        ],
        docs: docs/* DOCS */.i.stsEndpoints,
    }),
});

;// CONCATENATED MODULE: ./src/diagnoses/unexplained-refusals.ts



/** What a refusal means that says nothing of the credentials, by what STS complains of. */
function explainRefusal(evidence) {
    const { answer } = evidence;
    if (answer?.kind !== 'refused')
        return UNKNOWN_CODE;
    const { host } = answer.attempt.endpoint;
    switch (refusalOf(evidence)) {
        case 'scope':
            return scope(answer.attempt.region, host);
        case 'unsigned':
            return [
                'STS found no signature on a request that was signed',
                'Something on the way took the `Authorization` header off.',
                unchanged(host),
            ];
        case 'incomplete':
            return [
                'STS cannot read the signature: the request was altered on the way',
                'The `Authorization` header arrived in another form than it was sent in, and the values in it are clean.',
                unchanged(host),
            ];
        case 'time':
            return (0,signature_window/* wasHeldBack */.ow)(answer.message.reveal(), evidence.clock) ? HELD_BACK : expired(evidence);
        default:
            return UNKNOWN_CODE;
    }
}
function unchanged(host) {
    return `In the network, look for a proxy or a gateway that rewrites requests, and let those to ${(0,wording/* quoted */.TL)(host)} pass unchanged.`;
}
function scope(region, host) {
    return [
        `The endpoint that was asked does not serve ${region.slice(0, 30)}`,
        `The request was signed for STS in ${(0,wording/* quoted */.TL)(region)}, and the endpoint ${(0,wording/* quoted */.TL)(host)} belongs to another region or service.`,
        'In the workflow, set `aws-region` to the region of the endpoint.',
        `In \`sts-endpoint\` or \`AWS_ENDPOINT_URL_STS\`, where one is set, put the STS endpoint of ${(0,wording/* quoted */.TL)(region)}, or remove it.`,
    ];
}
function expired({ clock }) {
    return [
        clock === undefined
            ? 'STS refuses the date of the signature, and its own clock cannot be read'
            : `STS refuses the signature’s date, but the clock is only ${(0,wording/* spell */.lO)(clock.skewSeconds)} off`,
        'The request may have been held back on the way, or something changed its `x-amz-date` header.',
        'In GitHub’s interface, run the job again.',
        'In the network, if it comes again, look for a proxy that queues, repeats or rewrites requests.',
    ];
}
const HELD_BACK = [
    'The request reached STS only when its signature had expired',
    'The clock is right, but the request was held back between the runner and AWS until the last moment that its signature allows.',
    'On a virtual machine or laptop that sleeps, run the job again when it is awake.',
    'In the network, if it comes again, look for a proxy that queues or repeats requests.',
];
const UNKNOWN_CODE = [
    'STS refused with an error that is not known here',
    'The refusal fits none of the known faults.',
    'In AWS’s list of common errors, look the code up; and tell this action’s authors, so that it is explained the next time.',
];

;// CONCATENATED MODULE: ./src/diagnoses/sts-unrecognised.ts








/** An answer that is not AWS's, or a refusal that no diagnosis knows. */
const stsUnrecognised = entry({
    id: 'sts-unrecognised',
    severity: 'unknown',
    phases: ['unanswered', 'refused', 'role'],
    when: 'the answer is not AWS’s (a captive portal, a proxy’s page), or its code is not in the catalogue',
    exceptions: 'The credentials may be fine.',
    detect(evidence) {
        const answer = unanswered(evidence, 'unrecognised');
        if (answer !== undefined) {
            return { detail: answer.detail ?? 'an answer that is not AWS’s', code: false, isFresh: false };
        }
        if (evidence.answer?.kind !== 'refused')
            return undefined;
        const kind = (0,refusal/* readRefusal */.ni)(evidence.answer.code, evidence.answer.message.reveal());
        // What was found of the credentials themselves does not explain why the role is refused.
        const known = evidence.found.some((id) => id === 'clock-skew' ? kind === 'time' : evidence.role === undefined || EXPLAINS_A_ROLE.has(id));
        if (known)
            return undefined;
        const isFresh = evidence.answer === evidence.role?.check;
        return isFresh
            ? { detail: 'AWS gave out the role’s credentials, and does not take them yet', code: false, isFresh }
            : { detail: 'a refusal that no diagnosis explains', code: true, isFresh };
    },
    describe({ detail, code, isFresh }, evidence) {
        const [title, why, ...fix] = isFresh ? sts_unrecognised_FRESH : code ? explainRefusal(evidence) : FOREIGN;
        return {
            title,
            explanation: `${notJudged(evidence)} ${why}`,
            evidence: [detail, `asked ${(0,wording/* quoted */.TL)(evidence.answer?.attempt.endpoint.host ?? '')}`, ...refusalEvidence(evidence)],
            fix,
            docs: docs/* DOCS */.i.stsEndpoints,
        };
    },
});
const sts_unrecognised_FRESH = [
    'STS does not take the credentials that it just made for the role',
    'Fresh credentials are sometimes not known everywhere for some seconds.',
    'In GitHub’s interface, run the job again.',
];
const FOREIGN = [
    'Something that is not AWS answered in its place',
    'Only an answer in AWS’s own form counts.',
    'In the network, look for a captive portal, a proxy or a cache between the runner and AWS.',
    'In the workflow, check `sts-endpoint` and `AWS_ENDPOINT_URL_STS`: they must lead to an STS endpoint.',
];

;// CONCATENATED MODULE: ./src/diagnoses/catalogue.ts

































/** Every fault there is, in the order in which they are looked for: what hides another comes before it. */
const CATALOGUE = [
    secretsWithheld,
    oidcPermissionMissing,
    profileNotFound,
    credentialsFileInvalid,
    credentialProcessFailed,
    sourceUnavailable,
    noCredentials,
    incompleteCredentials,
    swappedKeys,
    unresolvedPlaceholder,
    strayCharacters,
    accessKeyIdMalformed,
    regionInvalid,
    clockSkew,
    sessionTokenMissing,
    sessionTokenStale,
    sessionTokenMalformed,
    sessionTokenMismatched,
    sessionTokenExpired,
    partitionMismatch,
    sessionTokenRegionLimited,
    regionDisabled,
    regionPerhapsDisabled,
    accessKeyRejected,
    secretAccessKeyMalformed,
    secretAccessKeyRejected,
    accessDenied,
    roleArnInvalid,
    oidcProviderMissing,
    oidcAudienceRejected,
    oidcTrustDenied,
    roleAssumptionDenied,
    oidcTokenUnavailable,
    stsUnrecognised,
    stsUnreachable,
    stsThrottled,
    stsUnavailable,
    accountNotAllowed,
    identityUnexpected,
    expiresTooSoon,
    expiryUnknown,
    ambiguousSources,
    customEndpoint,
    regionMissing,
    rootCredentials,
    longTermCredentials,
];


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
