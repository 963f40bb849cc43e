export const id = 948;
export const ids = [948];
export const modules = {

/***/ 3948:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pointers: () => (/* binding */ pointers)
});

// EXTERNAL MODULE: ./src/gather/environment.ts
var environment = __webpack_require__(2910);
;// CONCATENATED MODULE: ./src/gather/github-contents.ts
/** In bytes, base64 or not; no workflow is as large. */
const LONGEST_ANSWER = 1024 * 1024;
/**
 * Makes a function that reads one file at one commit through the API
 * (https://docs.github.com/en/rest/repos/contents#get-repository-content; needs `contents: read`).
 * It resolves to undefined for whatever fails: no permission, no such file, no network, no answer before the signal
 * fires, an answer of more than 1 MiB or one that is no text.
 *
 * @param apiUrl GITHUB_API_URL; GitHub Enterprise Server has its own.
 */
function githubContents(apiUrl, token) {
    return async (owner, repo, path, ref, signal) => {
        try {
            // Loaded only here, on failure: the toolkit takes its time, and reads the event's file.
            const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
            const octokit = getOctokit(token.reveal(), { baseUrl: apiUrl });
            const file = path.split('/').map(encodeURIComponent).join('/');
            const response = await octokit.request(`GET /repos/{owner}/{repo}/contents/${file}`, {
                owner,
                repo,
                ref,
                mediaType: { format: 'raw' },
                // Unparsed, the body can be given up before all of it is here.
                request: { signal, parseSuccessResponseBody: false },
            });
            const text = decode(await firstBytes(response.data));
            return isDescription(response.headers['content-type']) ? fileOf(JSON.parse(text)) : text;
        }
        catch {
            return undefined;
        }
    };
}
/** Servers and proxies that pass over the wish for the raw text answer with JSON about the file. */
function isDescription(contentType) {
    const type = contentType?.split(';')[0] ?? '';
    return /[/+]json\s*$/i.test(type) && !/\braw\b/i.test(type);
}
/** The file in the API's JSON; undefined for a directory, a submodule, and a file that is too large to be in it. */
function fileOf(description) {
    if (typeof description !== 'object' || description === null)
        return undefined;
    const { type, encoding, content } = description;
    if (type !== 'file' || encoding !== 'base64' || typeof content !== 'string')
        return undefined;
    return decode(Buffer.from(content, 'base64'));
}
function decode(bytes) {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
async function firstBytes(body) {
    const chunks = [];
    let length = 0;
    for await (const chunk of body) {
        length += chunk.length;
        if (length > LONGEST_ANSWER)
            throw new RangeError('too large for a workflow');
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}

// EXTERNAL MODULE: ./src/inputs/names.ts
var names = __webpack_require__(5585);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/locate/document.ts

/** In UTF-16 code units. A workflow has some kilobytes, and the parser takes seconds for this much of the worst text. */
const LONGEST_TEXT = 256 * 1024;
/**
 * Parses one workflow file, every scalar as text. Anchors and aliases as GitHub has them, no merge keys
 * (https://github.com/actions/runner/issues/1182).
 *
 * @returns undefined for what GitHub would not run either (not YAML, duplicate keys, several documents), and for
 *   more than 256 KiB.
 * @throws RangeError where the nesting is too deep for the parser.
 */
function readDocument(text) {
    if (text.length > LONGEST_TEXT)
        return undefined;
    const lineCounter = new dist/* LineCounter */.HN();
    // The parser's own search for duplicate keys takes quadratic time; `indexNodes` looks for them in linear time.
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'failsafe', lineCounter, uniqueKeys: false, prettyErrors: false });
    if (document.errors.length > 0 || !(0,dist/* isMap */.jh)(document.contents))
        return undefined;
    const anchored = indexNodes(document.contents);
    return anchored && { text, root: document.contents, lineCounter, anchored };
}
/** What each alias stands for: the last anchor of its name before it. Undefined when a mapping has a key twice. */
function indexNodes(root) {
    const anchors = new Map();
    const anchored = new Map();
    const maps = [];
    (0,dist/* visit */.YR)(root, {
        Node(_, node) {
            if ((0,dist/* isAlias */.Vj)(node)) {
                const target = anchors.get(node.source);
                if (target)
                    anchored.set(node, target);
                return;
            }
            if (node.anchor !== undefined)
                anchors.set(node.anchor, node);
            if ((0,dist/* isMap */.jh)(node))
                maps.push(node);
        },
    });
    return maps.some(repeatsKey) ? undefined : anchored;
}
function repeatsKey(map) {
    const seen = new Set();
    return map.items.some(({ key }) => {
        const name = textOf(key);
        if (name === undefined)
            return false;
        const repeated = seen.has(name);
        seen.add(name);
        return repeated;
    });
}
/** The text of a scalar; undefined for anything else. */
function textOf(node) {
    if (!(0,dist/* isScalar */.jn)(node))
        return undefined;
    return typeof node.value === 'string' ? node.value : (node.source ?? '');
}
function follow(document, node) {
    return (0,dist/* isAlias */.Vj)(node) ? { node: document.anchored.get(node), aliased: true } : { node, aliased: false };
}
function asMap(node) {
    return (0,dist/* isMap */.jh)(node) ? node : undefined;
}
function asSeq(node) {
    return (0,dist/* isSeq */.oP)(node) ? node : undefined;
}
function entriesOf(map) {
    return map.items.flatMap(({ key, value }) => (0,dist/* isScalar */.jn)(key) ? [{ key, value: (0,dist/* isNode */.Ll)(value) ? value : undefined }] : []);
}
function entryOf(map, name) {
    return entriesOf(map).find(({ key }) => textOf(key) === name);
}
/** The text of an entry's scalar, its alias followed. */
function textAt(document, map, name) {
    return textOf(follow(document, entryOf(map, name)?.value).node);
}
/** From the first character of a node to its last, without the white space and comments after it. */
function spanOf(document, node) {
    const [start, end] = node.range ?? [0, 0];
    // The parser counts the comments after a block collection as part of it.
    const last = ((0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && !node.flow ? node.items.at(-1) : undefined;
    if ((0,dist/* isPair */.tO)(last)) {
        const [entry] = entriesOf({ items: [last] });
        if (entry)
            return { start, end: entrySpan(document, entry).end };
    }
    if ((0,dist/* isNode */.Ll)(last))
        return { start, end: spanOf(document, last).end };
    return { start, end: start + document.text.slice(start, end).trimEnd().length };
}
/** From the key to the end of the value. */
function entrySpan(document, entry) {
    const key = spanOf(document, entry.key);
    return { start: key.start, end: Math.max(key.end, entry.value ? spanOf(document, entry.value).end : 0) };
}
/** Lines and columns count from 1, and the last column is the last character's; columns only within one line. */
function lineOf(document, file, { start, end }) {
    const first = document.lineCounter.linePos(start);
    const last = document.lineCounter.linePos(Math.max(start, end - 1));
    if (last.line > first.line)
        return { file, line: first.line, endLine: last.line };
    return { file, line: first.line, column: first.col, endColumn: last.col };
}

;// CONCATENATED MODULE: ./src/locate/called-workflows.ts

/** As many as GitHub takes (https://docs.github.com/en/actions/reference/workflows-and-actions/reusing-workflow-configurations). */
const MOST_FILES = 50;
const LOCAL_CALL = /^\.\/(\.github\/workflows\/[^/@\\]+\.ya?ml)$/;
/**
 * Whether the file defines the running job itself. A job of a reusable workflow has that file's key in GITHUB_JOB, so
 * the caller's job of this key is meant only when no workflow that is called from here, however deep, has one too.
 *
 * @returns true when none has, which includes a file that calls none; undefined when one has, or one cannot be read:
 *   of another repository, at another ref, or not in the workspace.
 */
async function isDefinedHere(text, jobId, readCalled) {
    try {
        const own = readDocument(text);
        if (!own || jobId === undefined)
            return undefined;
        const seen = new Set();
        const waiting = [...callsOf(own)];
        for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
            const path = LOCAL_CALL.exec(call)?.[1];
            if (path === undefined)
                return undefined;
            if (seen.has(path))
                continue;
            seen.add(path);
            const called = seen.size > MOST_FILES ? undefined : readDocument((await readCalled(path)) ?? '');
            if (!called || hasJob(called, jobId))
                return undefined;
            waiting.push(...callsOf(called));
        }
        return true;
    }
    catch {
        // Nesting that is too deep for the parser.
        return undefined;
    }
}
/** What each job calls; an empty text where that cannot be told. */
function callsOf(document) {
    const jobs = asMap(entryOf(document.root, 'jobs')?.value);
    return (jobs ? entriesOf(jobs) : []).flatMap(({ value }) => {
        const job = asMap(follow(document, value).node);
        return job && entryOf(job, 'uses') ? [textAt(document, job, 'uses') ?? ''] : [];
    });
}
function hasJob(document, jobId) {
    const jobs = asMap(entryOf(document.root, 'jobs')?.value);
    return !jobs || entryOf(jobs, jobId) !== undefined;
}

;// CONCATENATED MODULE: ./src/locate/environment.ts

/**
 * The `env:` entry that gives a variable its value in this step: the step's, else the job's, else the workflow's.
 * Undefined where the nearest one stands at an anchor elsewhere, is an expression, or may have been overwritten on the
 * way: by a composite action, or by an earlier step through GITHUB_ENV (which beats the job's `env:`).
 */
function environmentEntry(document, job, use, name) {
    if (!use.direct)
        return undefined;
    const levels = [
        { level: 'step', map: use.step.map, aliased: use.step.aliased },
        { level: 'job', map: job.map, aliased: job.aliased },
        { level: 'workflow', map: document.root, aliased: false },
    ];
    for (const { level, map, aliased } of levels) {
        const found = lookUp(document, map, name);
        if (found === 'absent')
            continue;
        if (found === 'uncertain' || aliased)
            return undefined;
        const isOverwritten = level !== 'step' && stepsBefore(job, use.step).some((step) => maySet(document, step, name));
        return isOverwritten ? undefined : { entry: found, level };
    }
    return undefined;
}
function lookUp(document, map, name) {
    const env = entryOf(map, 'env');
    if (!env)
        return 'absent';
    const { node, aliased } = follow(document, env.value);
    const variables = asMap(node);
    // `env: ${{ … }}` may set any variable, an empty `env:` none.
    if (!variables)
        return textOf(node) === '' ? 'absent' : 'uncertain';
    const entry = entryOf(variables, name);
    if (entry)
        return aliased ? 'uncertain' : entry;
    return entriesOf(variables).some(({ key }) => textOf(key)?.includes('${{')) ? 'uncertain' : 'absent';
}
function stepsBefore(job, step) {
    return job.steps.slice(0, job.steps.indexOf(step));
}
/** GitHub's own actions set no AWS variables; of others, and of scripts that write to GITHUB_ENV, we cannot know. */
function maySet(document, step, name) {
    if (!step.hasRun)
        return !step.uses?.toLowerCase().startsWith('actions/');
    const script = textAt(document, step.map, 'run') ?? '';
    return script.includes('GITHUB_ENV') || script.includes(name);
}

;// CONCATENATED MODULE: ./src/locate/input.ts

/**
 * The entry of the step's own `with:` for an input, whose name GitHub takes in any case. Undefined where it is not
 * given, or stands at an anchor elsewhere, or a composite action gives it.
 */
function inputEntry({ step, direct }, name) {
    if (!direct || step.aliased)
        return undefined;
    const given = asMap(entryOf(step.map, 'with')?.value);
    return given && entriesOf(given).find(({ key }) => textOf(key)?.toLowerCase() === name.toLowerCase());
}

;// CONCATENATED MODULE: ./src/locate/job.ts


/** The job with this key in `jobs:`; undefined when there is none, or it only calls a reusable workflow. */
function findJob(document, jobId) {
    if (jobId === undefined)
        return undefined;
    const jobs = asMap(entryOf(document.root, 'jobs')?.value);
    const entry = jobs && entryOf(jobs, jobId);
    if (!entry)
        return undefined;
    const { node, aliased } = follow(document, entry.value);
    const map = asMap(node);
    if (!map || entryOf(map, 'uses'))
        return undefined;
    const stepsEntry = entryOf(map, 'steps');
    return { key: entry.key, map, aliased, stepsEntry, steps: readSteps(document, stepsEntry, aliased) };
}
/** Whether any job of this file calls a reusable workflow, whose jobs may have the same keys as the jobs here. */
function callsReusableWorkflow(document) {
    const jobs = asMap(entryOf(document.root, 'jobs')?.value);
    return (jobs !== undefined &&
        entriesOf(jobs).some(({ value }) => {
            const map = asMap(follow(document, value).node);
            return map !== undefined && entryOf(map, 'uses') !== undefined;
        }));
}
function readSteps(document, entry, jobAliased) {
    const { node, aliased } = follow(document, entry?.value);
    return (asSeq(node)?.items ?? []).flatMap((item) => {
        const step = follow(document, item);
        const map = asMap(step.node);
        if (!map)
            return [];
        return [
            {
                item: item,
                map,
                aliased: jobAliased || aliased || step.aliased,
                id: textAt(document, map, 'id'),
                uses: textAt(document, map, 'uses'),
                hasRun: entryOf(map, 'run') !== undefined,
            },
        ];
    });
}
function jobSpan(document, job) {
    return spanOf(document, job.key);
}
/** The step's `uses:`, or the alias in this job that stands for it. */
function stepSpan(document, job, step) {
    if (job.aliased || !job.stepsEntry)
        return jobSpan(document, job);
    if ((0,dist/* isAlias */.Vj)(job.stepsEntry.value))
        return entrySpan(document, job.stepsEntry);
    if (step.aliased)
        return spanOf(document, step.item);
    const uses = entryOf(step.map, 'uses');
    return uses ? entrySpan(document, uses) : spanOf(document, step.item);
}
/** The name of a step's input or variable, as in `with:`, where it is text. */
function literalOf(document, entry) {
    const text = textOf(follow(document, entry.value).node);
    return text?.includes('${{') ? undefined : text;
}

;// CONCATENATED MODULE: ./src/locate/step-names.ts
const LONGEST_NAME = 100;
/**
 * What GITHUB_ACTION holds in each step of a job: the step's `id`, else a name made from what it runs, with a number
 * for every further use of the same name (`__run`, `__self_2`, `__octo-org_deploy`). Ids are taken first.
 * Source: ConvertToSteps and IdBuilder in https://github.com/actions/runner/tree/main/src/Sdk/WorkflowParser/Conversion
 *
 * @returns undefined for a step whose name cannot be told.
 */
function stepNames(steps) {
    const taken = new Set(steps.flatMap(({ id }) => (id ? [id.toLowerCase()] : [])));
    const isKnown = areKnown(steps);
    let isSelfReferenceBefore = false;
    return steps.map((step) => {
        if (step.id)
            return step.id;
        if (step.uses?.startsWith('$/') && !step.hasRun) {
            isSelfReferenceBefore = true;
            return undefined;
        }
        const base = isKnown ? baseName(step) : undefined;
        // Which of these names a `$/` step takes is not documented, so the numbers after it are uncertain.
        if (base === undefined || (isSelfReferenceBefore && (base === '__run' || base === '__self')))
            return undefined;
        return distinctName(base, taken);
    });
}
/** Whether all steps are of a kind known here. Another kind may stand for several steps, and take any of the names. */
function areKnown(steps) {
    return steps.every(({ uses, hasRun }) => hasRun || uses !== undefined);
}
function baseName({ uses, hasRun }) {
    if (hasRun || uses === undefined)
        return '__run';
    if (uses.startsWith('./') || uses.startsWith('.\\'))
        return '__self';
    if (uses.startsWith('docker://'))
        return legalName(uses.slice('docker://'.length));
    const [owner, repository] = (uses.split('@')[0] ?? '').split(/[/\\]/).filter((part) => part !== '');
    return owner === undefined || repository === undefined ? undefined : legalName(`${owner}/${repository}`);
}
function legalName(name) {
    return `__${name.replace(/[^A-Za-z0-9_-]/g, '_')}`;
}
function distinctName(base, taken) {
    for (let attempt = 1; attempt < 1000; attempt += 1) {
        const suffix = attempt === 1 ? '' : `_${attempt}`;
        const name = base.slice(0, LONGEST_NAME - suffix.length) + suffix;
        if (taken.has(name.toLowerCase()))
            continue;
        taken.add(name.toLowerCase());
        return name;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/locate/step.ts



/** The repository of this action has this name, whoever owns it. */
const ACTION_NAME = 'aws-credentials-preflight';
/**
 * The step that runs this action, told by the name that GITHUB_ACTION gives; within a composite action that is the
 * name of the job's step. Undefined when it cannot be told for certain.
 */
function findUse(document, steps, identity) {
    const [wanted, ...inner] = identity.stepId?.toLowerCase().split('.') ?? [];
    const embedded = identity.insideComposite === true || inner.length > 0;
    const names = wanted ? stepNames(steps) : [];
    const named = wanted ? steps.find((_, index) => names[index]?.toLowerCase() === wanted) : undefined;
    if (named) {
        if (named.hasRun || named.uses === undefined || named.uses.startsWith('docker://'))
            return undefined;
        return { step: named, direct: !embedded && isThisAction(named.uses, identity) };
    }
    if (embedded || !areKnown(steps))
        return undefined;
    const candidates = steps.filter((step, index) => names[index] === undefined &&
        !step.hasRun &&
        step.uses !== undefined &&
        isThisAction(step.uses, identity) &&
        !contradicts(document, step, identity));
    // Where nothing names the action, a local one may be any, and one of this name hardly is another.
    const ofThisName = candidates.filter(({ uses }) => uses !== undefined && repositoryOf(uses)?.name === ACTION_NAME);
    const [step, ...others] = identity.actionRepository === undefined && ofThisName.length > 0 ? ofThisName : candidates;
    return step && others.length === 0 ? { step, direct: true } : undefined;
}
/**
 * Whether a `uses:` may mean this action: its repository and ref; where the repository is not known, some path, or a
 * repository of this action's name.
 */
function isThisAction(uses, { actionRepository, actionRef }) {
    // `$/` is resolved to the workflow's own repository before the step runs, so the repository says nothing.
    if (uses.startsWith('$/'))
        return true;
    const repository = repositoryOf(uses);
    if (repository === undefined)
        return actionRepository === undefined;
    const isSame = actionRepository === undefined
        ? repository.name === ACTION_NAME
        : `${repository.owner}/${repository.name}` === actionRepository.toLowerCase();
    return isSame && (actionRef === undefined || repository.ref === actionRef);
}
/** Owner and name in small letters, and the ref; undefined for a local path. */
function repositoryOf(uses) {
    if (uses.startsWith('./') || uses.startsWith('.\\'))
        return undefined;
    const at = uses.indexOf('@');
    const [owner = '', name = ''] = uses
        .slice(0, at === -1 ? undefined : at)
        .toLowerCase()
        .split('/');
    return { owner, name, ref: uses.slice(at + 1) };
}
/** Whether an input has another value in the file than in this run. */
function contradicts(document, step, { inputs }) {
    const given = asMap(follow(document, entryOf(step.map, 'with')?.value).node);
    if (!given)
        return false;
    const values = new Map(Object.entries(inputs).map(([name, value]) => [name.toLowerCase(), value.trim()]));
    return entriesOf(given).some((entry) => {
        const literal = literalOf(document, entry)?.trim();
        const value = values.get(textOf(entry.key)?.toLowerCase() ?? '');
        return literal !== undefined && value !== undefined && literal !== value;
    });
}

;// CONCATENATED MODULE: ./src/locate/line.ts





/**
 * The line of the workflow file that a finding is about: the entry of `with:`, `env:` or `permissions:`, else the
 * `uses:` of the step that runs this action, else the job's key. Undefined when even the job cannot be told for certain.
 *
 * @param path of the file in its repository, for the result.
 */
function locate(text, path, step, subject) {
    try {
        const document = readDocument(text);
        const job = document && runningJob(document, step);
        return job && lineOf(document, path, subjectSpan(document, job, step, subject));
    }
    catch {
        // The text is the user's: nesting that is too deep for the parser costs the line, not the report.
        return undefined;
    }
}
/** The job that runs now; undefined when it may as well be a reusable workflow's job of the same key. */
function runningJob(document, step) {
    if (step.definedHere ?? !callsReusableWorkflow(document))
        return findJob(document, step.jobId);
    return undefined;
}
function subjectSpan(document, job, identity, subject) {
    if (subject.kind === 'job')
        return jobSpan(document, job);
    if (subject.kind === 'permissions')
        return permissionsSpan(document, job);
    const use = findUse(document, job.steps, identity);
    if (!use)
        return jobSpan(document, job);
    const name = subject.name ?? '';
    const entry = subject.kind === 'input'
        ? inputEntry(use, name)
        : subject.kind === 'environment'
            ? environmentEntry(document, job, use, name)?.entry
            : undefined;
    return entry ? entrySpan(document, entry) : stepSpan(document, job, use.step);
}
/** The job's own `permissions:` replaces the workflow's. */
function permissionsSpan(document, job) {
    const own = entryOf(job.map, 'permissions');
    if (job.aliased && own)
        return jobSpan(document, job);
    const entry = own ?? entryOf(document.root, 'permissions');
    return entry ? entrySpan(document, entry) : jobSpan(document, job);
}

;// CONCATENATED MODULE: ./src/locate/edit.ts

/** Edits that do not overlap, applied to a text. */
function applyEdits(text, edits) {
    return edits
        .toSorted((one, other) => other.start - one.start)
        .reduce((edited, { start, end, text: replacement }) => edited.slice(0, start) + replacement + edited.slice(end), text);
}
/** The whole lines of a span, without the last line end. */
function wholeLines({ text }, { start, end }) {
    const lineEnd = text.indexOf('\n', end);
    const last = lineEnd === -1 ? text.length : lineEnd;
    return { start: text.lastIndexOf('\n', start - 1) + 1, end: text[last - 1] === '\r' ? last - 1 : last };
}
/** The white space that puts a line under the first key of a block mapping. */
function indentOf(document, map) {
    return ' '.repeat(document.lineCounter.linePos(spanOf(document, map).start).col - 1);
}
/** A scalar as it stands in YAML, quoted where it could be read as something else; undefined for several lines. */
function yamlScalar(value) {
    if (/[\r\n]/.test(value))
        return undefined;
    const isPlain = /^(?:[A-Za-z][\w./-]*|\$\{\{ ?[\w.-]+ ?\}\})$/.test(value) && !/^(?:true|false|null|yes|no|on|off)$/i.test(value);
    return isPlain ? value : `'${value.replaceAll("'", "''")}'`;
}
/** Puts another value (YAML already) into an entry that is there. */
function replaceValue(document, entry, value) {
    const span = entry.value && spanOf(document, entry.value);
    if (span && span.end > span.start)
        return { ...span, text: value };
    const { end } = spanOf(document, entry.key);
    const colon = document.text[end] === ':' ? end + 1 : end;
    return { start: colon, end: colon, text: colon === end ? `: ${value}` : ` ${value}` };
}
/**
 * Adds entries (values YAML already) after the last one of a mapping.
 *
 * @param unit white space of one level more.
 */
function addEntries(document, map, entries, unit) {
    const last = entriesOf(map).at(-1);
    if (map.flow) {
        const added = Object.entries(entries).map(([name, value]) => `${name}: ${flowValue(value)}`);
        const end = last ? entrySpan(document, last).end : spanOf(document, map).start + 1;
        return { start: end, end, text: last ? `, ${added.join(', ')}` : ` ${added.join(', ')} ` };
    }
    if (!last)
        return undefined;
    const { end } = wholeLines(document, entrySpan(document, last));
    const indent = indentOf(document, map);
    return {
        start: end,
        end,
        text: blockLines(entries, indent, unit)
            .map((line) => `\n${line}`)
            .join(''),
    };
}
function flowValue(value) {
    if (typeof value === 'string')
        return value;
    const entries = Object.entries(value).map(([name, inner]) => `${name}: ${inner}`);
    return `{ ${entries.join(', ')} }`;
}
function blockLines(entries, indent, unit) {
    return Object.entries(entries).flatMap(([name, value]) => typeof value === 'string'
        ? [`${indent}${name}: ${value}`]
        : [`${indent}${name}:`, ...blockLines(value, indent + unit, unit)]);
}
/** Takes an entry out of a mapping, in a block with its whole lines; undefined where that would leave no mapping. */
function removeEntry(document, map, entry) {
    const entries = entriesOf(map);
    if (entries.length === 1 && !map.flow)
        return undefined;
    const index = entries.findIndex(({ key }) => key === entry.key);
    const span = entrySpan(document, entry);
    const previous = entries[index - 1];
    const next = entries[index + 1];
    if (map.flow) {
        if (previous)
            return { start: entrySpan(document, previous).end, end: span.end, text: '' };
        return { start: span.start, end: next ? entrySpan(document, next).start : span.end, text: '' };
    }
    const lines = wholeLines(document, span);
    // The first key of a step shares its line with the dash.
    if (document.text.slice(lines.start, span.start).trim() !== '')
        return undefined;
    return { start: lines.start, end: document.text.indexOf('\n', lines.end) + 1 || document.text.length, text: '' };
}

;// CONCATENATED MODULE: ./src/locate/permissions-snippet.ts


const RANKS = ['none', 'read', 'write'];
/** Nothing can be added to it, so a block takes its place. `write-all` lacks nothing, `id-token: write` included. */
const READ_ALL = 'read-all';
const IN_PLACE_OF_ALL = '# In place of read-all: name here whatever else the job reads.';
/**
 * The job's head, and its `permissions:` with more in them. A job without any gets the workflow's, which its own would
 * replace. Undefined where nothing is missing, as with `write-all`
 * (ConvertToPermissions in https://github.com/actions/runner/tree/main/src/Sdk/WorkflowParser/Conversion).
 */
function permissionsBlocks(document, job, add) {
    const head = headOf(document, job);
    const own = entryOf(job.map, 'permissions');
    const unit = unitOf(document, job);
    const indent = indentOf(document, job.map);
    if (!own) {
        const lines = ownPermissions(document, add, indent, unit);
        return lines && { edits: [after(head, lines)], shown: [head] };
    }
    const block = wholeLines(document, entrySpan(document, own));
    if (own.value && textOf(own.value) === READ_ALL) {
        const { end } = spanOf(document, own.value);
        const value = { start: spanOf(document, own.key).end + 1, end, text: '' };
        return { edits: [value, after(block, inPlaceOfAll(add, indent + unit))], shown: [head, block] };
    }
    const map = asMap(own.value);
    const granted = map && readPermissions(document, own.value);
    if (!granted)
        return undefined;
    const edits = permissionEdits(document, map, missingFrom(granted, add), unit);
    return edits && { edits, shown: [head, block] };
}
/** A block for a job that has none; undefined where the workflow's permissions are not known. */
function ownPermissions(document, add, indent, unit) {
    const all = entryOf(document.root, 'permissions')?.value;
    if (textOf(all) === READ_ALL)
        return [`${indent}permissions:`, ...inPlaceOfAll(add, indent + unit)];
    const inherited = inheritedPermissions(document);
    return inherited && blockLines({ permissions: { ...inherited, ...missingFrom(inherited, add) } }, indent, unit);
}
function inPlaceOfAll(add, indent) {
    return [`${indent}${IN_PLACE_OF_ALL}`, ...blockLines(add, indent, '')];
}
function after({ end }, lines) {
    return { start: end, end, text: lines.map((line) => `\n${line}`).join('') };
}
/** The line of the job's key. */
function headOf(document, job) {
    return wholeLines(document, spanOf(document, job.key));
}
function unitOf(document, job) {
    const keyColumn = document.lineCounter.linePos(spanOf(document, job.key).start).col;
    return indentOf(document, job.map).slice(keyColumn - 1);
}
function inheritedPermissions(document) {
    const entry = entryOf(document.root, 'permissions');
    return entry ? readPermissions(document, entry.value) : {};
}
/** Undefined for anything that is not a name with a level each. */
function readPermissions(document, value) {
    const map = asMap(follow(document, value).node);
    const pairs = map && entriesOf(map).map((entry) => [textOf(entry.key) ?? '', textOf(entry.value) ?? '']);
    const isUsual = pairs?.every(([name, level]) => /^[a-z-]+$/.test(name) && RANKS.includes(level));
    return pairs && isUsual ? Object.fromEntries(pairs) : undefined;
}
function missingFrom(granted, add) {
    const isWeaker = ([name, level]) => RANKS.indexOf(granted[name] ?? 'none') < RANKS.indexOf(level);
    return Object.fromEntries(Object.entries(add).filter(isWeaker));
}
function permissionEdits(document, map, missing, unit) {
    const replaced = [];
    const added = {};
    for (const [name, level] of Object.entries(missing)) {
        const entry = entryOf(map, name);
        if (entry)
            replaced.push(replaceValue(document, entry, level));
        else
            added[name] = level;
    }
    if (Object.keys(added).length === 0)
        return replaced.length > 0 ? replaced : undefined;
    const addition = addEntries(document, map, added, unit);
    return addition && [...replaced, addition];
}

;// CONCATENATED MODULE: ./src/locate/step-snippet.ts






/** The step with one input or variable changed; a variable that the job's `env:` sets is changed there. */
function stepBlocks(document, job, identity, change) {
    const use = findUse(document, job.steps, identity);
    const lines = use && !use.step.aliased ? linesOf(document, use.step) : undefined;
    if (!use?.direct || !lines)
        return undefined;
    if (change.kind === 'environment') {
        const set = environmentEntry(document, job, use, change.name);
        const env = entryOf(job.map, 'env');
        if (set?.level === 'job' && env && !asMap(env.value)?.flow) {
            const value = yamlScalar(change.value);
            if (value === undefined)
                return undefined;
            const shown = [headOf(document, job), wholeLines(document, entrySpan(document, env))];
            return { edits: [replaceValue(document, set.entry, value)], shown };
        }
    }
    const edit = change.kind === 'remove-input' ? removal(document, use, change.name) : setting(document, use, change);
    return edit && { edits: [edit], shown: [lines] };
}
/** The step's lines from its dash on; undefined where it does not begin on a line of its own. */
function linesOf(document, step) {
    const span = spanOf(document, step.map);
    const lines = wholeLines(document, span);
    const before = document.text.slice(lines.start, span.start);
    return /^ *- +(?:&\S+ +)?$/.test(before) ? lines : undefined;
}
function removal(document, use, name) {
    const entry = inputEntry(use, name);
    const inputs = entryOf(use.step.map, 'with');
    const map = asMap(inputs?.value);
    if (!entry || !inputs || !map)
        return undefined;
    const isOnly = entriesOf(map).length === 1;
    return isOnly ? removeEntry(document, use.step.map, inputs) : removeEntry(document, map, entry);
}
function setting(document, use, change) {
    const value = yamlScalar(change.value);
    if (value === undefined)
        return undefined;
    const block = change.kind === 'environment' ? 'env' : 'with';
    const unit = step_snippet_unitOf(document, use.step);
    const existing = entryOf(use.step.map, block);
    if (!existing)
        return addEntries(document, use.step.map, { [block]: { [change.name]: value } }, unit);
    const map = asMap(existing.value);
    if (!map)
        return undefined;
    const entry = change.kind === 'environment' ? entryOf(map, change.name) : inputEntry(use, change.name);
    return entry ? replaceValue(document, entry, value) : addEntries(document, map, { [change.name]: value }, unit);
}
/** One level of indentation as the step itself has it. */
function step_snippet_unitOf(document, step) {
    const own = indentOf(document, step.map).length;
    const nested = entriesOf(step.map)
        .map(({ value }) => asMap(value))
        .find((map) => map && !map.flow);
    return ' '.repeat(nested ? Math.max(1, indentOf(document, nested).length - own) : 2);
}

;// CONCATENATED MODULE: ./src/locate/entry-snippet.ts








/** The blocks around entries that the file has already, with other values; undefined where it does not have them. */
function entryBlocks(document, job, identity, change) {
    const use = findUse(document, job.steps, identity);
    if (!use)
        return undefined;
    const subjects = change.kind === 'replace' ? [change.entry] : change.entries;
    const places = subjects.map((subject) => placeOf(document, job, use, subject));
    const edited = change.kind === 'swap' ? swap(document, places) : places.flatMap((place) => edit(document, place, change));
    const levels = new Set(edited.map(({ level }) => level));
    const shown = [...levels].map((level) => linesAt(document, job, use, level));
    if (edited.length === 0 || !shown.every((lines) => lines !== undefined))
        return undefined;
    return {
        edits: edited.map(({ edit: one }) => one),
        shown: shown.flat().toSorted((one, other) => one.start - other.start),
    };
}
function placeOf(document, job, use, subject) {
    const name = subject?.name ?? '';
    const input = subject?.kind === 'input' ? inputEntry(use, name) : undefined;
    const found = input !== undefined
        ? { entry: input, level: 'step' }
        : subject?.kind === 'environment'
            ? environmentEntry(document, job, use, name)
            : undefined;
    // What an alias stands for is used elsewhere too.
    if (found === undefined || (0,dist/* isAlias */.Vj)(found.entry.value))
        return undefined;
    const text = textOf(found.entry.value);
    return text === undefined ? undefined : { ...found, text };
}
function edit(document, place, change) {
    const text = place?.text ?? '';
    const isWrong = change.kind === 'trim' ? text !== text.trim() : text.trim() === change.from.trim();
    const value = isWrong ? yamlScalar(change.kind === 'trim' ? text.trim() : change.to) : undefined;
    return place === undefined || value === undefined
        ? []
        : [{ level: place.level, edit: replaceValue(document, place.entry, value) }];
}
/** Only within one block: elsewhere, other steps may read the one and not the other. */
function swap(document, [one, other]) {
    if (!one || other?.level !== one.level || isInOrder(one.text, other.text))
        return [];
    const [first, second] = [sourceOf(document, one.entry), sourceOf(document, other.entry)];
    if (first === undefined || second === undefined)
        return [];
    return [
        { level: one.level, edit: replaceValue(document, one.entry, second) },
        { level: other.level, edit: replaceValue(document, other.entry, first) },
    ];
}
/** The source of an expression on one line. */
function sourceOf(document, { value }) {
    const span = value && spanOf(document, value);
    const source = span && document.text.slice(span.start, span.end);
    return source !== undefined && /^(["']?)\$\{\{[^}\r\n]*\}\}\1$/.test(source) ? source : undefined;
}
/** Whether the expressions' own names fit: then their values were stored in each other's place, and not the file errs. */
function isInOrder(keyId, secret) {
    const [first, second] = [lastName(keyId), lastName(secret)];
    const fits = (pattern, wanted, other) => pattern.test(wanted) && !pattern.test(other);
    return fits(/secret/i, second, first) || fits(/id$/i, first, second);
}
/** The last name in an expression: what it reads. */
function lastName(expression) {
    return /[\w-]+(?=\W*$)/.exec(expression)?.[0] ?? '';
}
function linesAt(document, job, use, level) {
    if (level === 'step') {
        const lines = linesOf(document, use.step);
        return lines && [lines];
    }
    const env = entryOf(level === 'job' ? job.map : document.root, 'env');
    const lines = env && asMap(env.value) && wholeLines(document, entrySpan(document, env));
    return lines && (level === 'job' ? [headOf(document, job), lines] : [lines]);
}

;// CONCATENATED MODULE: ./src/locate/shows-credential.ts
const KEY_ID = /(?:AKIA|ASIA)[A-Z0-9]{16}/;
/** Names whose value, where it stands in plain text, nobody should print. */
const SENSITIVE_ENTRY = /^[\s-]*["']?[\w-]*(?:secret|token|password|passphrase|credential|private|access[-_]?key)[\w-]*["']?\s*:(.*)$/i;
/** Whether lines of a workflow file hold a credential in plain text, or may hold one: such lines are not repeated. */
function showsCredential(snippet) {
    return (KEY_ID.test(snippet) ||
        snippet.split('\n').some(hasSensitiveLiteral) ||
        snippet.split(/[^A-Za-z0-9/+]/).some(isRandom));
}
function hasSensitiveLiteral(line) {
    const value = SENSITIVE_ENTRY.exec(line)?.[1]
        ?.replace(/\s#.*$/, '')
        .trim();
    return (value !== undefined &&
        !/^(?:''|""|\$\{\{[^}]*\}\}|'\$\{\{[^}]*\}\}'|"\$\{\{[^}]*\}\}"|write|read|none)?$/.test(value));
}
/** As long and mixed as a secret access key; a commit's hash has no capitals. */
function isRandom(word) {
    return word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /[0-9]/.test(word);
}

;// CONCATENATED MODULE: ./src/locate/snippet.ts







const MOST_LINES = 40;
/**
 * The step, or the job's head with the block concerned, as it should be: the reader's own lines with this one change.
 * Undefined where the place is not certain, the block is longer than 40 lines, the result would not be YAML, or the
 * lines hold a credential in plain text.
 */
function correctedSnippet(text, step, change) {
    try {
        const document = readDocument(text);
        const job = document && runningJob(document, step);
        const blocks = job && !job.aliased && !job.map.flow ? correct(document, job, step, change) : undefined;
        if (!document || !blocks || !readDocument(applyEdits(text, blocks.edits)))
            return undefined;
        const lines = blocks.shown.flatMap((span) => editedLines(document, span, blocks.edits));
        const snippet = lines.join('\n');
        return lines.length > MOST_LINES || showsCredential(snippet) ? undefined : { text: `${snippet}\n` };
    }
    catch {
        // As in `locate`: nesting that is too deep for the parser costs the snippet only.
        return undefined;
    }
}
function correct(document, job, step, change) {
    switch (change.kind) {
        case 'permissions':
            return permissionsBlocks(document, job, change.add);
        case 'replace':
        case 'swap':
        case 'trim':
            return entryBlocks(document, job, step, change);
        case 'environment':
        case 'remove-input':
        case 'set-input':
            return stepBlocks(document, job, step, change);
    }
}
function editedLines(document, span, edits) {
    const inside = edits.filter(({ start }) => start >= span.start && start <= span.end);
    const shifted = inside.map((edit) => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }));
    const reach = Math.max(span.end, ...inside.map(({ end }) => end));
    return applyEdits(document.text.slice(span.start, reach), shifted)
        .replace(/\r?\n$/, '')
        .split(/\r?\n/);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
;// CONCATENATED MODULE: ./src/locate/workspace-file.ts



/** In bytes; nothing larger is a workflow. */
const LARGEST_FILE = 1024 * 1024;
/**
 * The text of a file in the workspace. Refused are what leads out of the workspace, what is no regular file, more than
 * 1 MiB, bytes that are no text, and a checkout of another commit (of another ref or repository, or left by another run):
 * its lines may be others.
 *
 * @param file relative to the workspace, with `/`.
 * @param commit that the file must be of; a workspace without `.git` is taken as it is.
 */
async function readWorkspaceWorkflow(workspace, file, commit) {
    const text = await readInside(workspace, file);
    if (text === undefined || !(await exists(external_node_path_default().join(workspace, '.git'))))
        return text;
    const head = await headCommit(workspace);
    return head !== undefined && head === commit?.toLowerCase() ? text : undefined;
}
async function exists(file) {
    return (0,promises_.stat)(file).then(() => true, () => false);
}
/** The commit that is checked out, as Git's own files say; loose references only before packed ones, as in Git. */
async function headCommit(workspace) {
    const head = (await readInside(workspace, '.git/HEAD'))?.trim();
    const reference = head?.startsWith('ref: ') ? head.slice('ref: '.length).trim() : undefined;
    if (reference === undefined)
        return head?.toLowerCase();
    const loose = await readInside(workspace, `.git/${reference}`);
    if (loose !== undefined)
        return loose.trim().toLowerCase();
    const packed = (await readInside(workspace, '.git/packed-refs'))?.split('\n');
    return packed
        ?.map((line) => line.trim().split(' '))
        .find(([, name]) => name === reference)?.[0]
        ?.toLowerCase();
}
async function readInside(workspace, file) {
    try {
        const root = await (0,promises_.realpath)(workspace);
        const real = await (0,promises_.realpath)(external_node_path_default().join(root, ...file.split('/')));
        const relative = external_node_path_default().relative(root, real);
        if (relative.startsWith('..') || external_node_path_default().isAbsolute(relative))
            return undefined;
        return await readText(real);
    }
    catch {
        return undefined;
    }
}
async function readText(file) {
    // Without O_NONBLOCK the opening of a FIFO waits for a writer; Windows has neither.
    const nonBlocking = external_node_fs_.constants.O_NONBLOCK ?? 0;
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_RDONLY | nonBlocking);
    try {
        const status = await handle.stat();
        if (!status.isFile() || status.size > LARGEST_FILE)
            return undefined;
        const bytes = await handle.readFile();
        return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./src/locate/workflow-file.ts

/**
 * The text of the workflow file that runs: from the workspace when that has the run's own commit, else through the API.
 * Undefined where neither has it; never throws.
 */
async function readWorkflow(context, signal, fetchFile) {
    const ref = parseWorkflowRef(context.workflowRef);
    const commit = context.workflowSha ?? context.sha;
    // Annotations can only point into the repository that runs.
    if (!ref || `${ref.owner}/${ref.repo}`.toLowerCase() !== context.repository?.toLowerCase())
        return undefined;
    try {
        const local = context.workspace ? await readWorkspaceWorkflow(context.workspace, ref.path, commit) : undefined;
        const text = local ?? (commit ? await fetchFile?.(ref.owner, ref.repo, ref.path, commit, signal) : undefined);
        return text === undefined || text.length > LARGEST_FILE || text.includes('\0')
            ? undefined
            : { path: ref.path, text };
    }
    catch {
        // Where an annotation points is not worth a failure of its own.
        return undefined;
    }
}
/**
 * Reads `octocat/hello-world/.github/workflows/deploy.yml@refs/heads/main`.
 *
 * @returns undefined for anything that is not a path inside a repository.
 */
function parseWorkflowRef(workflowRef) {
    const at = workflowRef?.lastIndexOf('@refs/') ?? -1;
    const end = at === -1 ? (workflowRef?.lastIndexOf('@') ?? -1) : at;
    if (workflowRef === undefined || end === -1)
        return undefined;
    const [owner, repo, ...path] = workflowRef.slice(0, end).split('/');
    if (!owner || !repo || path.length === 0)
        return undefined;
    const isInside = path.every((part) => part !== '' && part !== '.' && part !== '..');
    return isInside ? { owner, repo, path: path.join('/') } : undefined;
}

// EXTERNAL MODULE: ./src/pipeline/no-pointers.ts
var no_pointers = __webpack_require__(6230);
;// CONCATENATED MODULE: ./src/pipeline/pointers.ts









/** Where in the workflow file each finding belongs; nothing where it cannot be told for certain. Never throws. */
async function pointers(report, subjects, how) {
    const { job, token } = how;
    // A warning or a notice is not worth a question to GitHub: the job is green, and waits for nobody.
    const isFailing = report.findings.some(({ severity }) => severity === 'error' || severity === 'unknown');
    const fetchFile = token === undefined || !isFailing ? undefined : githubContents(job.apiUrl, token);
    const source = await readWorkflow(job, how.signal, fetchFile);
    if (source === undefined)
        return no_pointers/* NO_POINTERS */.X;
    const definedHere = await isDefinedHere(source.text, job.jobId, async (path) => job.workspace === undefined ? undefined : readWorkspaceWorkflow(job.workspace, path, job.workflowSha ?? job.sha));
    const step = { ...stepIdentity(job, how.env, how.read), definedHere };
    return {
        lines: subjects.map((subject) => locate(source.text, source.path, step, subject ?? { kind: 'step' })),
        snippets: report.findings.map(({ change }) => change && correctedSnippet(source.text, step, change)?.text),
    };
}
/** How the runner names this very step (https://docs.github.com/en/actions/reference/workflows-and-actions/variables). */
function stepIdentity(job, env, read) {
    const given = names/* INPUT_NAMES */.Q.filter((name) => !names/* SECRET_INPUTS */.p.has(name)).flatMap((name) => {
        const value = read(name);
        return value === undefined || value === '' ? [] : [[name, value]];
    });
    return {
        jobId: job.jobId,
        actionRepository: (0,environment/* variable */.bv)(env, 'GITHUB_ACTION_REPOSITORY'),
        actionRef: (0,environment/* variable */.bv)(env, 'GITHUB_ACTION_REF'),
        stepId: (0,environment/* variable */.bv)(env, 'GITHUB_ACTION'),
        inputs: Object.fromEntries(given),
        insideComposite: (0,environment/* variable */.bv)(env, 'GITHUB_ACTION_PATH') !== undefined,
    };
}


/***/ })

};
