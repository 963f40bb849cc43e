import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4274:
/***/ ((__unused_webpack_module, exports) => {

const ATTR_ESCAPE_RE = /[&<>"]/g;
const ATTR_ESCAPE_MAP = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
};
function escapeAttribute(value) {
    return value.replace(ATTR_ESCAPE_RE, (ch) => ATTR_ESCAPE_MAP[ch]);
}

const ELEMENT_ESCAPE_RE = /[&"'<>\r\n\u0085\u2028]/g;
const ELEMENT_ESCAPE_MAP = {
    "&": "&amp;",
    '"': "&quot;",
    "'": "&apos;",
    "<": "&lt;",
    ">": "&gt;",
    "\r": "&#x0D;",
    "\n": "&#x0A;",
    "\u0085": "&#x85;",
    "\u2028": "&#x2028;",
};
function escapeElement(value) {
    return value.replace(ELEMENT_ESCAPE_RE, (ch) => ELEMENT_ESCAPE_MAP[ch]);
}

class XmlText {
    value;
    constructor(value) {
        this.value = value;
    }
    toString() {
        return escapeElement("" + this.value);
    }
}

class XmlNode {
    name;
    children;
    attributes = {};
    static of(name, childText, withName) {
        const node = new XmlNode(name);
        if (childText !== undefined) {
            node.addChildNode(new XmlText(childText));
        }
        if (withName !== undefined) {
            node.withName(withName);
        }
        return node;
    }
    constructor(name, children = []) {
        this.name = name;
        this.children = children;
    }
    withName(name) {
        this.name = name;
        return this;
    }
    addAttribute(name, value) {
        this.attributes[name] = value;
        return this;
    }
    addChildNode(child) {
        this.children.push(child);
        return this;
    }
    removeAttribute(name) {
        delete this.attributes[name];
        return this;
    }
    n(name) {
        this.name = name;
        return this;
    }
    c(child) {
        this.children.push(child);
        return this;
    }
    a(name, value) {
        if (value != null) {
            this.attributes[name] = value;
        }
        return this;
    }
    cc(input, field, withName = field) {
        if (input[field] != null) {
            const node = XmlNode.of(field, input[field]).withName(withName);
            this.c(node);
        }
    }
    l(input, listName, memberName, valueProvider) {
        if (input[listName] != null) {
            const nodes = valueProvider();
            nodes.map((node) => {
                node.withName(memberName);
                this.c(node);
            });
        }
    }
    lc(input, listName, memberName, valueProvider) {
        if (input[listName] != null) {
            const nodes = valueProvider();
            const containerNode = new XmlNode(memberName);
            nodes.map((node) => {
                containerNode.c(node);
            });
            this.c(containerNode);
        }
    }
    toString() {
        const hasChildren = Boolean(this.children.length);
        let xmlText = `<${this.name}`;
        const attributes = this.attributes;
        for (const attributeName of Object.keys(attributes)) {
            const attribute = attributes[attributeName];
            if (attribute != null) {
                xmlText += ` ${attributeName}="${escapeAttribute("" + attribute)}"`;
            }
        }
        return (xmlText += !hasChildren ? "/>" : `>${this.children.map((c) => c.toString()).join("")}</${this.name}>`);
    }
}

function writeKey(obj) {
    Object.defineProperty(obj, "__proto__", { value: undefined, writable: true, enumerable: true, configurable: true });
}
function parseXML(xml) {
    const state = new AwsXmlParser(xml);
    return state.parse();
}
class AwsXmlParser {
    x;
    i = 0;
    z;
    constructor(x) {
        this.x = x;
        this.x = x.replace(/\r\n?/g, "\n");
        this.z = this.x.length;
    }
    parse() {
        const p = this;
        const { z } = p;
        while (p.i < z) {
            p.trim();
            if (p.i >= z) {
                break;
            }
            if (p.isNext("<?")) {
                p.readTo("?>");
                p.trim();
            }
            else if (p.isNext("<!--")) {
                p.readTo("-->");
                p.trim();
            }
            else if (p.isNext("<!DOCTYPE", false)) {
                p.skipDoctype();
                p.trim();
            }
            else if (p.x[p.i] === "<") {
                const root = p.parseTag();
                return { [root.tag]: root.value };
            }
            else {
                throw new Error("@aws-sdk XML parse error: unexpected content.");
            }
        }
        throw new Error("@aws-sdk XML parse error: no root element.");
    }
    isNext(s, caseSensitive = true) {
        const p = this;
        if (caseSensitive) {
            return p.x.startsWith(s, p.i);
        }
        return p.x.toLowerCase().startsWith(s.toLowerCase(), p.i);
    }
    readTo(stop) {
        const p = this;
        const _i = p.x.indexOf(stop, p.i);
        if (_i === -1) {
            throw new Error(`@aws-sdk XML parse error: expected "${stop}" not found.`);
        }
        const result = p.x.slice(p.i, _i);
        p.i = _i + stop.length;
        return result;
    }
    trim() {
        const p = this;
        while (p.i < p.z && " \t\r\n".includes(p.x[p.i])) {
            ++p.i;
        }
    }
    readAttrValue() {
        const p = this;
        const quote = p.x[p.i];
        ++p.i;
        let value = "";
        while (p.i < p.z && p.x[p.i] !== quote) {
            value += p.x[p.i++];
        }
        ++p.i;
        return p.decodeEntities(value);
    }
    parseTag() {
        const p = this;
        ++p.i;
        let tag = "";
        while (p.i < p.z && !" \t\r\n>/".includes(p.x[p.i])) {
            tag += p.x[p.i++];
        }
        let hasAttrs = false;
        const attrs = {};
        while (p.i < p.z) {
            p.trim();
            if (">/".includes(p.x[p.i])) {
                break;
            }
            let name = "";
            while (p.i < p.z && !"= \t\r\n>/?".includes(p.x[p.i])) {
                name += p.x[p.i++];
            }
            p.trim();
            if (p.x[p.i] !== "=") {
                break;
            }
            ++p.i;
            p.trim();
            if (name === "__proto__") {
                writeKey(attrs);
            }
            attrs[name] = p.readAttrValue();
            hasAttrs = true;
        }
        if (p.i >= p.z) {
            throw new Error("@aws-sdk XML parse error: unexpected end of input.");
        }
        if (p.x[p.i] === "/") {
            ++p.i;
            if (p.i >= p.z || p.x[p.i] !== ">") {
                throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");
            }
            ++p.i;
            return { tag, value: hasAttrs ? attrs : "" };
        }
        if (p.x[p.i] !== ">") {
            throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");
        }
        ++p.i;
        const textParts = [];
        const childTags = [];
        let hasElementChild = false;
        while (p.i < p.z) {
            if (p.isNext("</")) {
                break;
            }
            if (p.x[p.i] === "<") {
                if (p.isNext("<!--")) {
                    p.readTo("-->");
                }
                else if (p.isNext("<![CDATA[")) {
                    p.i += 9;
                    textParts.push(p.readTo("]]>"));
                }
                else if (p.isNext("<?")) {
                    p.readTo("?>");
                }
                else {
                    hasElementChild = true;
                    childTags.push(p.parseTag());
                }
            }
            else {
                let text = "";
                while (p.i < p.z && p.x[p.i] !== "<") {
                    text += p.x[p.i++];
                }
                textParts.push(p.decodeEntities(text));
            }
        }
        if (!p.isNext("</")) {
            throw new Error(`@aws-sdk XML parse error: missing closing tag </${tag}>.`);
        }
        p.i += 2;
        const closeTag = p.readTo(">").trim();
        if (closeTag !== tag) {
            throw new Error(`@aws-sdk XML parse error: mismatched tags <${tag}> and </${closeTag}>.`);
        }
        if (!hasAttrs && textParts.length === 0 && !hasElementChild) {
            return { tag, value: "" };
        }
        if (!hasAttrs && !hasElementChild) {
            const text = textParts.length === 1 ? textParts[0] : textParts.join("");
            if (text.trim() === "" && text.includes("\n")) {
                return { tag, value: "" };
            }
            return { tag, value: text };
        }
        const obj = {};
        for (const text of textParts) {
            if (text.trim() === "" && text.includes("\n")) {
                continue;
            }
            obj["#text"] = "#text" in obj ? obj["#text"] + text : text;
        }
        for (const child of childTags) {
            if (child.tag === "__proto__") {
                writeKey(obj);
            }
            if (child.tag in obj) {
                if (Array.isArray(obj[child.tag])) {
                    obj[child.tag].push(child.value);
                }
                else {
                    obj[child.tag] = [obj[child.tag], child.value];
                }
            }
            else {
                obj[child.tag] = child.value;
            }
        }
        for (const [k, v] of Object.entries(attrs)) {
            if (k === "__proto__") {
                writeKey(obj);
            }
            obj[k] = v;
        }
        return { tag, value: obj };
    }
    static ENTITIES = {
        amp: "&",
        lt: "<",
        gt: ">",
        quot: '"',
        apos: "'",
    };
    skipDoctype() {
        const p = this;
        p.i += 9;
        let depth = 0;
        while (p.i < p.z) {
            const c = p.x[p.i];
            if (c === "[") {
                ++depth;
            }
            else if (c === "]") {
                --depth;
            }
            else if (c === ">" && depth === 0) {
                ++p.i;
                return;
            }
            ++p.i;
        }
        throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.");
    }
    decodeEntities(s) {
        return s.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (_, hex, dec, named) => {
            if (hex) {
                return String.fromCharCode(parseInt(hex, 16));
            }
            if (dec) {
                return String.fromCharCode(parseInt(dec, 10));
            }
            return AwsXmlParser.ENTITIES[named] ?? "";
        });
    }
}

exports.XmlNode = XmlNode;
exports.XmlText = XmlText;
exports.parseXML = parseXML;


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
__webpack_unused_export__ = closest;


/***/ }),

/***/ 1400:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ callSts)
});

// EXTERNAL MODULE: ./src/secret.ts
var secret = __nccwpck_require__(7355);
// EXTERNAL MODULE: ./src/read/aws-error.ts + 1 modules
var aws_error = __nccwpck_require__(3719);
// EXTERNAL MODULE: ./src/read/signature-window.ts
var signature_window = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/ask/clock-skew.ts


/**
 * The local clock against AWS's, from one of AWS's answers. The `Date` header counts whole seconds, so the server's
 * time is taken half a second later. An `Age` header means that a cache kept the answer: its date is of no use.
 * The two times in a "Signature expired" message are STS's own word: they count where there is no date, and over a date
 * that contradicts them, since a proxy may have written that.
 * @param clockOffset - milliseconds that were added to the local clock for the signature's date
 */
function clockSkewOf(answer, message, clockOffset) {
    const local = (answer.sentAt + answer.receivedAt) / 2;
    const halfTrip = Math.max(0, answer.receivedAt - answer.sentAt) / 2000;
    const date = answer.headers['age'] === undefined ? Date.parse(answer.headers['date'] ?? '') : NaN;
    const byDate = Number.isNaN(date) ? undefined : skew(local - (date + 500), 0.5 + halfTrip, 'date-header');
    const times = message === undefined ? undefined : (0,aws_error/* readSignatureTimes */.j)(message);
    if (message === undefined || times === undefined)
        return byDate;
    // A request that was held back is as old as that, whatever the clock: then only the time of the answer tells.
    if ((0,signature_window/* isAtLimit */.Pe)(message))
        return byDate ?? skew(local - (times.serverTime.getTime() + 500), 0.5 + halfTrip, 'message');
    const byMessage = skew(betweenTimes(times, clockOffset) + halfTrip * 1000, 1 + halfTrip, 'message');
    if (byDate === undefined)
        return byMessage;
    return agree(byDate, byMessage) ? byDate : { ...byMessage, basis: 'message-over-date' };
}
function betweenTimes({ signedAt, serverTime }, clockOffset) {
    return signedAt.getTime() - clockOffset - serverTime.getTime();
}
/** Seconds. A connection that is slow to open makes the signature older than the request. */
const SLOWEST_SEND = 60;
function agree(one, other) {
    const apart = Math.abs(one.skewSeconds - other.skewSeconds);
    return apart <= SLOWEST_SEND + one.uncertaintySeconds + other.uncertaintySeconds;
}
function skew(milliseconds, uncertaintySeconds, basis) {
    return { skewSeconds: milliseconds / 1000, uncertaintySeconds, basis };
}

// EXTERNAL MODULE: ./src/ask/judge-answer.ts
var judge_answer = __nccwpck_require__(5385);
// EXTERNAL MODULE: ./src/ask/retry.ts
var retry = __nccwpck_require__(8267);
// EXTERNAL MODULE: ./src/ask/transport.ts + 8 modules
var transport = __nccwpck_require__(3251);
;// CONCATENATED MODULE: ./src/ask/call-sts.ts





/** One request may take a third of the usual deadline; then another is tried. */
const ATTEMPT_TIMEOUT = 10_000;
/**
 * Asks STS one question, and again where the failure is transient, until there is an answer or the deadline comes.
 * Permanent refusals are never asked twice. Never throws.
 */
async function callSts(connection, attempt, action, ask) {
    const requestIds = [];
    let requests = 0;
    const { deadline } = connection;
    const answer = await (0,retry/* retry */.L)(async (tryNumber) => {
        requests = tryNumber;
        const exchanged = await exchange(connection, attempt, ask);
        const common = { attempt, requests, requestIds };
        if (exchanged instanceof transport/* TransportError */.wX) {
            const { problem } = exchanged;
            const value = silence(exchanged, common);
            const cutShort = problem.step === 'time-out' && deadline.signal.aborted;
            return { done: false, value, triesLeft: (0,transport/* triesFor */.TN)(problem) - tryNumber, cutShort };
        }
        const judgement = (0,judge_answer/* judgeAnswer */._)(exchanged, action);
        if ('requestId' in judgement && judgement.requestId !== undefined)
            requestIds.push(judgement.requestId);
        const value = toAnswer(judgement, exchanged, common);
        const transient = judgement.kind === 'throttled' || judgement.kind === 'unavailable';
        return transient ? { done: false, value, retryAfter: (0,retry/* retryAfterOf */.s)(exchanged.headers) } : { done: true, value };
    }, deadline);
    return { ...answer, requests };
}
async function exchange(connection, attempt, ask) {
    let raw;
    const onAnswer = (answer) => {
        raw = answer;
    };
    try {
        await ask({ ...connection, attemptTimeout: ATTEMPT_TIMEOUT, onAnswer });
    }
    catch (error) {
        if (raw === undefined)
            return error instanceof transport/* TransportError */.wX ? error : unsendable(attempt, error);
    }
    return raw ?? unsendable(attempt, undefined);
}
/** The signer gave up before anything was sent. */
function unsendable(attempt, error) {
    const { hostname, port, protocol } = attempt.endpoint;
    return new transport/* TransportError */.wX({
        step: 'send',
        code: error instanceof Error ? error.name.replace(/[^\w]/g, '').slice(0, 60) : undefined,
        host: hostname,
        port: Number(port) || (protocol === 'http:' ? 80 : 443),
        proxy: undefined,
        detail: undefined,
    });
}
/** An answer that is not HTTP came from something that is not AWS; everything else means that none came. */
function silence({ problem }, common) {
    const why = problem.step === 'answer' ? 'unrecognised' : 'unreachable';
    const detail = problem.step === 'answer' ? problem.detail : undefined;
    return { ...common, kind: 'unanswered', why, problem, status: undefined, detail, clock: undefined };
}
function toAnswer(judgement, raw, common) {
    const silent = { ...common, kind: 'unanswered', problem: undefined, status: raw.status };
    switch (judgement.kind) {
        case 'result':
            return { ...common, kind: 'result', fields: judgement.fields, clock: clockSkewOf(raw, undefined, 0) };
        case 'refused': {
            const { code, message } = judgement;
            return {
                ...common,
                kind: 'refused',
                status: raw.status,
                code,
                message: new secret/* Secret */.z(message),
                clock: clockSkewOf(raw, message, common.attempt.clockOffset),
            };
        }
        case 'throttled':
        case 'unavailable':
            // Whoever answered with an error of its own need not be AWS: only a request ID makes its date AWS's.
            return {
                ...silent,
                why: judgement.kind,
                detail: undefined,
                clock: judgement.requestId === undefined ? undefined : clockSkewOf(raw, undefined, 0),
            };
        case 'unrecognised':
            return { ...silent, why: 'unrecognised', detail: judgement.detail, clock: undefined };
    }
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Db: () => (/* binding */ TimeIsUp),
/* harmony export */   db: () => (/* binding */ startDeadline),
/* harmony export */   ux: () => (/* binding */ within)
/* harmony export */ });
/** Node turns a longer timer into one of 1 ms. */
const LONGEST_TIMER = 2 ** 31 - 1;
/**
 * Starts a deadline `milliseconds` from now. It never reads the wall clock, which may be wrong or jump: that is one
 * of the faults looked for. Its timer does not keep the process alive.
 */
function startDeadline(milliseconds) {
    const end = performance.now() + milliseconds;
    const controller = new AbortController();
    const expire = () => {
        controller.abort(new Error('the deadline has come'));
    };
    if (milliseconds > 0) {
        setTimeout(expire, Math.min(Math.ceil(milliseconds), LONGEST_TIMER)).unref();
    }
    else {
        expire();
    }
    return { signal: controller.signal, remaining: () => Math.max(0, end - performance.now()) };
}
/** Thrown by `within` when the time is up. */
class TimeIsUp extends Error {
    name = 'TimeIsUp';
}
/**
 * The outcome of `work`, or `TimeIsUp` once the deadline or `attemptTimeout` (milliseconds) comes first. The work
 * itself is not stopped by this: whoever started it closes what it opened.
 */
async function within(work, deadline, attemptTimeout) {
    const { promise, reject } = withRejection();
    const expire = () => {
        reject(new TimeIsUp());
    };
    const timer = attemptTimeout === undefined ? undefined : setTimeout(expire, Math.min(attemptTimeout, LONGEST_TIMER));
    deadline.signal.addEventListener('abort', expire);
    if (deadline.signal.aborted) {
        expire();
    }
    try {
        return await Promise.race([promise, work]);
    }
    finally {
        clearTimeout(timer);
        deadline.signal.removeEventListener('abort', expire);
    }
}
function withRejection() {
    let reject = () => undefined;
    const promise = new Promise((_resolve, no) => {
        reject = no;
    });
    return { promise, reject };
}


/***/ }),

/***/ 2704:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ getCallerIdentity)
/* harmony export */ });
/* harmony import */ var _read_access_key_id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5650);
/* harmony import */ var _call_sts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1400);
/* harmony import */ var _judge_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5385);
/* harmony import */ var _signed_request_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1537);




/**
 * Asks STS who the credentials are. GetCallerIdentity needs no permission, and no IAM policy can deny it
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html), so a refusal speaks of the
 * credentials alone. Never throws.
 */
async function getCallerIdentity(connection, attempt) {
    // A diagnosis has kept such a key ID back already, unless it failed itself.
    if ((0,_read_access_key_id_js__WEBPACK_IMPORTED_MODULE_0__/* .readAccessKeyId */ .pv)(attempt.accessKeyId.reveal()).unsafe !== undefined)
        return keptBack(attempt);
    const answer = await (0,_call_sts_js__WEBPACK_IMPORTED_MODULE_1__/* .callSts */ .l)(connection, attempt, 'GetCallerIdentity', async (wire) => {
        const request = (0,_signed_request_js__WEBPACK_IMPORTED_MODULE_3__/* .signedRequest */ .I)(attempt, 'Action=GetCallerIdentity&Version=2011-06-15');
        wire.onAnswer(await wire.send(request, wire.deadline, wire.attemptTimeout));
    });
    if (answer.kind !== 'result')
        return answer;
    const { fields, ...common } = answer;
    const identity = (0,_judge_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .identityOf */ .c)(fields);
    return identity === undefined
        ? {
            ...common,
            kind: 'unanswered',
            why: 'unrecognised',
            problem: undefined,
            status: 200,
            detail: 'a result without a 12-digit account and an ARN of that account',
            clock: undefined,
        }
        : { ...common, kind: 'accepted', identity };
}
/** The key ID travels in clear. */
function keptBack(attempt) {
    const { hostname, port, protocol } = attempt.endpoint;
    return {
        kind: 'unanswered',
        why: 'unreachable',
        problem: {
            step: 'send',
            code: undefined,
            host: hostname,
            port: Number(port) || (protocol === 'http:' ? 80 : 443),
            proxy: undefined,
            detail: 'the access key ID holds what must not be sent in clear',
        },
        attempt,
        requests: 0,
        requestIds: [],
        status: undefined,
        detail: undefined,
        clock: undefined,
    };
}


/***/ }),

/***/ 5385:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ judgeAnswer),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var _read_arn_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1691);
/* harmony import */ var _read_aws_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3719);
/* harmony import */ var _read_refusal_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2544);



/**
 * Takes an answer for AWS's only where it has AWS's shape: the Query protocol's XML with a request ID. Everything
 * else, whatever its status, is no answer about the credentials.
 */
function judgeAnswer(answer, action) {
    const body = (0,_read_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .readStsBody */ .P)(answer.body);
    const requestId = [answer.headers['x-amzn-requestid'], answer.headers['x-amz-request-id']].find((id) => REQUEST_ID.test(id ?? '')) ??
        (body.kind === 'foreign' ? undefined : body.requestId);
    const code = body.kind === 'error' ? body.code : undefined;
    if (answer.status === 429 || (code !== undefined && (0,_read_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .isThrottlingCode */ .pZ)(code)))
        return { kind: 'throttled', requestId };
    if (answer.status >= 500 || (code !== undefined && (0,_read_refusal_js__WEBPACK_IMPORTED_MODULE_2__/* .isServiceFaultCode */ .pG)(code)))
        return { kind: 'unavailable', requestId };
    if (isCached(answer, body))
        return { kind: 'unrecognised', detail: 'a cache on the way answered (Age header)' };
    if (answer.status >= 300 && answer.status < 400)
        return { kind: 'unrecognised', detail: redirect(answer) };
    if (body.kind === 'foreign')
        return { kind: 'unrecognised', detail: `status ${answer.status} with ${FOREIGN[body.what]}` };
    if (requestId === undefined) {
        return {
            kind: 'unrecognised',
            detail: `status ${answer.status} without the request ID that AWS gives every answer`,
        };
    }
    if (body.kind === 'error') {
        return answer.status >= 400
            ? { kind: 'refused', code: body.code, message: body.message, requestId }
            : { kind: 'unrecognised', detail: `status ${answer.status} with an error in its body` };
    }
    if (answer.status !== 200 || body.action !== action) {
        return { kind: 'unrecognised', detail: `status ${answer.status} with the result of another call` };
    }
    return { kind: 'result', fields: body.fields, requestId };
}
const FOREIGN = {
    html: 'an HTML page: a captive portal or a proxy answered',
    json: 'JSON where STS answers in XML',
    empty: 'an empty body',
    'truncated-xml': 'XML that breaks off or is not well-formed',
    xml: 'XML that is not STS’s',
    text: 'plain text where STS answers in XML',
};
/** Signed and sent within this, in milliseconds of the local clock. */
const OWN_DATE = 60_000;
/**
 * Kept by a cache, and so no answer to this request. An age of 0 may be any proxy's; and a refusal that quotes the
 * request's own date was made for it.
 */
function isCached({ headers, sentAt }, body) {
    const quoted = body.kind === 'error' ? (0,_read_aws_error_js__WEBPACK_IMPORTED_MODULE_1__/* .readSignatureTimes */ .j)(body.message)?.signedAt.getTime() : undefined;
    const isOwn = quoted !== undefined && Math.abs(quoted - sentAt) < OWN_DATE;
    return Number(headers['age'] ?? 0) !== 0 && !isOwn;
}
function redirect(answer) {
    const target = URL.parse(answer.headers['location'] ?? '');
    return `status ${answer.status}, a redirect${target === null ? '' : ` to the host ${target.hostname}`}; AWS never redirects this call`;
}
/** Names, and paths of ASCII characters without spaces (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html). */
const ARN = /^arn:[a-z][\w-]{0,62}:(?:iam|sts)::\d{12}:[!-\x7f]{1,2048}$/;
const ID = /^[!-~]{1,256}$/;
const REQUEST_ID = /^[A-Za-z0-9-]{1,64}$/;
/** The identity in a GetCallerIdentity result; undefined where it is not one that AWS would give. */
function identityOf(fields) {
    const { Account: account = '', Arn: arn = '', UserId: userId = '' } = fields;
    if (!/^\d{12}$/.test(account) || !ID.test(userId) || !ARN.test(arn) || (0,_read_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .parseArn */ .Lw)(arn)?.account !== account)
        return undefined;
    return { account, arn, userId, principalType: (0,_read_arn_js__WEBPACK_IMPORTED_MODULE_0__/* .principalTypeOf */ .cN)(arn) };
}


/***/ }),

/***/ 8794:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
/** Text of the other side, fit to be shown: printable ASCII, at most `limit` characters. */
function printable(text, limit = 60) {
    const clean = text.slice(0, limit + 1).replace(/[^\x20-\x7e]/g, '?');
    return clean.length > limit ? `${clean.slice(0, limit - 3)}...` : clean;
}


/***/ }),

/***/ 8267:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   s: () => (/* binding */ retryAfterOf)
/* harmony export */ });
const DEFAULTS = {
    base: 200,
    cap: 5000,
    reserve: 300,
    random: Math.random,
    sleep: async (milliseconds) => {
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
    },
};
/**
 * Asks until an outcome is done or has no tries left. The delay is uniform in [0, min(cap, base * 2^n)] ("full
 * jitter"), so that many jobs that were throttled together do not come back together; where it would last beyond the
 * deadline, it is drawn from the later half of what is left instead. The result is the last outcome that the deadline
 * did not cut short.
 *
 * @param ask is given the number of the try, from 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
async function retry(ask, deadline, options = {}) {
    const settings = { ...DEFAULTS, ...options };
    let before;
    for (let tryNumber = 1;; tryNumber += 1) {
        const outcome = await ask(tryNumber);
        if (!outcome.done && outcome.cutShort === true) {
            return (before ?? outcome).value;
        }
        if (outcome.done || (outcome.triesLeft ?? Infinity) <= 0) {
            return outcome.value;
        }
        const asked = Math.min(outcome.retryAfter ?? 0, settings.cap);
        const left = deadline.remaining() - settings.reserve;
        if (left < Math.max(asked, settings.reserve)) {
            return outcome.value;
        }
        before = outcome;
        await settings.sleep(delayBefore(tryNumber, asked, left, settings));
    }
}
/** Jitter comes on top of what the other side asked for: it asked everybody for the same. */
function delayBefore(tryNumber, asked, left, { base, cap, random }) {
    const delay = asked + random() * Math.min(cap, base * 2 ** (tryNumber - 1));
    return delay < left ? delay : Math.max(asked, left * (0.5 + 0.5 * random()));
}
/**
 * The delay that an answer's Retry-After header asks for, in milliseconds; `undefined` without a readable one. A date is
 * held against the answer's own Date header, since the local clock may be wrong.
 *
 * @param headers names in lower case
 * @see https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function retryAfterOf(headers) {
    const value = headers['retry-after']?.trim() ?? '';
    if (/^\d{1,9}$/.test(value)) {
        return Number(value) * 1000;
    }
    const delay = Date.parse(value) - Date.parse(headers['date'] ?? '');
    return Number.isNaN(delay) ? undefined : Math.max(0, delay);
}


/***/ }),

/***/ 1508:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ sdkRequestHandler)
/* harmony export */ });
/**
 * Lets an AWS SDK client send through `send`, and hands every raw answer to `onAnswer` before the SDK reads it. What
 * `send` throws reaches the caller of the client as it is.
 *
 * @param attemptTimeout milliseconds for each request
 */
function sdkRequestHandler(send, deadline, attemptTimeout, onAnswer) {
    return {
        handle: async (request) => {
            const answer = await send(fromSdk(request), deadline, attemptTimeout);
            onAnswer(answer);
            // A byte array spares the SDK its stream reader.
            const body = new TextEncoder().encode(answer.body);
            return { response: { statusCode: answer.status, headers: { ...answer.headers }, body } };
        },
        // The client's own HTTP settings have no say here.
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
    };
}
/** @throws TypeError for a streamed body, which no call of STS has */
function fromSdk(request) {
    const port = request.port === undefined ? '' : `:${String(request.port)}`;
    const url = new URL(`${request.protocol}//${request.hostname}${port}${request.path}`);
    url.search = queryOf(request.query ?? {});
    return { method: request.method, url, headers: request.headers, body: textOf(request.body) };
}
/** The spelling that Signature Version 4 signs: everything but the unreserved characters of RFC 3986 is escaped. */
function queryOf(query) {
    const pairs = Object.entries(query).flatMap(([name, value]) => value === null ? [escapeUri(name)] : [value].flat().map((one) => `${escapeUri(name)}=${escapeUri(one)}`));
    return pairs.join('&');
}
function escapeUri(text) {
    return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
function textOf(body) {
    if (body === undefined || body === null || typeof body === 'string') {
        return body ?? undefined;
    }
    if (body instanceof Uint8Array) {
        return new TextDecoder().decode(body);
    }
    throw new TypeError('The body of the request is a stream');
}


/***/ }),

/***/ 1537:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ signedRequest),
/* harmony export */   _: () => (/* binding */ USER_AGENT)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(311);


/** A stable name for those who read CloudTrail. */
const USER_AGENT = `aws-credentials-preflight/${_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x}`;
const ALGORITHM = 'AWS4-HMAC-SHA256';
/** A proxy may change these on the way. */
const UNSIGNED = new Set(['content-length', 'user-agent']);
/**
 * One call of the Query protocol, with Signature Version 4 in its headers. The SDK's signer brings more code along than
 * all else that a healthy job loads, and this request stands in front of every deployment.
 *
 * @param body - `Action=…&Version=…`
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
function signedRequest(attempt, body) {
    const { endpoint, sessionToken } = attempt;
    const date = new Date(Date.now() + attempt.clockOffset).toISOString().replace(/[-:]|\.\d+/g, '');
    const headers = {
        'content-length': String(Buffer.byteLength(body)),
        'content-type': 'application/x-www-form-urlencoded',
        host: endpoint.host,
        'user-agent': USER_AGENT,
        'x-amz-date': date,
        ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken.reveal() }),
    };
    return {
        method: 'POST',
        url: endpoint,
        headers: { ...headers, authorization: authorization(attempt, date, headers, body) },
        body,
    };
}
function authorization(attempt, date, headers, body) {
    const names = Object.keys(headers)
        .filter((name) => !UNSIGNED.has(name))
        .sort();
    const request = [
        'POST',
        canonicalPath(attempt.endpoint.pathname),
        '',
        ...names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`),
        '',
        names.join(';'),
        sha256(body),
    ].join('\n');
    const scope = [date.slice(0, 8), attempt.region, 'sts', 'aws4_request'];
    const key = scope.reduce(hmac, `AWS4${attempt.secretAccessKey.reveal()}`);
    const signature = hmac(key, [ALGORITHM, date, scope.join('/'), sha256(request)].join('\n')).toString('hex');
    const credential = [attempt.accessKeyId.reveal(), ...scope].join('/');
    return `${ALGORITHM} Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}
/** Every service but S3 has the path encoded once more than it is sent, and slashes joined. */
function canonicalPath(pathname) {
    return pathname
        .replaceAll(/\/{2,}/g, '/')
        .replaceAll(/[^\w.~/-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}
function hmac(key, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(text).digest();
}


/***/ }),

/***/ 3251:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  wX: () => (/* reexport */ TransportError),
  Rx: () => (/* binding */ createSend),
  TN: () => (/* reexport */ triesFor)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
var external_node_tls_default = /*#__PURE__*/__nccwpck_require__.n(external_node_tls_namespaceObject);
// EXTERNAL MODULE: ./src/ask/printable.ts
var printable = __nccwpck_require__(8794);
;// CONCATENATED MODULE: ./src/ask/certificate.ts


/** The chain does not end in a root that is trusted here. */
const UNTRUSTED = new Set([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_UNTRUSTED',
    'INVALID_CA',
]);
/** Nothing but a wrong certificate, or a wrong clock, gives these. */
const OUT_OF_TIME = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** Reads the certificate of a socket whose handshake is complete. */
function readCertificate(socket, host) {
    // Before a handshake, and where there is no certificate, Node gives null or an object without fields.
    const certificate = socket.getPeerCertificate(true);
    if (certificate?.issuer === undefined) {
        return undefined;
    }
    return {
        issuer: (0,printable/* printable */.g)(nameOf(certificate.issuer)),
        matchesHost: (0,external_node_tls_namespaceObject.checkServerIdentity)(host, certificate) === undefined,
        names: namesOf(certificate),
        from: dateOf(certificate.valid_from),
        to: dateOf(certificate.valid_to),
    };
}
/** Why Node refused the certificate, in our own words; `undefined` when `code` is not about the certificate. */
function certificateDetail(code, presented) {
    if (code === undefined) {
        return undefined;
    }
    if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
        return `the certificate is for other names${presented === undefined ? '' : ` (${presented.names})`}`;
    }
    if (OUT_OF_TIME.has(code)) {
        return outOfTimeDetail(code, presented);
    }
    return UNTRUSTED.has(code) ? untrustedDetail(presented) : undefined;
}
function outOfTimeDetail(code, presented) {
    const dates = presented === undefined ? '' : ` (it is valid from ${presented.from} to ${presented.to})`;
    const state = code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not yet valid';
    return `the certificate, or one above it, ${state}${dates}: is the clock right?`;
}
function untrustedDetail(presented) {
    if (presented === undefined) {
        return 'the certificate is not issued by a trusted authority';
    }
    const issued = `issued by "${presented.issuer}", which is not trusted here`;
    // Only who stands in between has reason to make a certificate for this very host.
    return presented.matchesHost
        ? `a certificate for this host, ${issued}: a TLS-intercepting proxy`
        : `a certificate for other names (${presented.names}), ${issued}: another server answers at this address`;
}
function nameOf(issuer) {
    const name = issuer['CN'] ?? issuer['O'] ?? issuer['OU'];
    return (typeof name === 'string' ? name : name?.[0]) ?? 'an unnamed authority';
}
function namesOf(certificate) {
    const all = (certificate.subjectaltname ?? '').split(', ').map((entry) => entry.slice(entry.indexOf(':') + 1));
    const names = all.filter((name) => name !== '');
    const shown = names.slice(0, 3).map((name) => (0,printable/* printable */.g)(name));
    return shown.length === 0 ? 'none' : [...shown, ...(names.length > 3 ? ['and more'] : [])].join(', ');
}
function dateOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? 'an unknown date' : new Date(time).toISOString().slice(0, 10);
}

// EXTERNAL MODULE: ./src/ask/deadline.ts
var ask_deadline = __nccwpck_require__(1717);
// EXTERNAL MODULE: ./src/read/reach.ts
var reach = __nccwpck_require__(663);
// EXTERNAL MODULE: ./src/secret.ts
var secret = __nccwpck_require__(7355);
;// CONCATENATED MODULE: ./src/ask/proxy.ts


/** A proxy variable is set, and its value names no proxy that can be used. */
class ProxySettingError extends Error {
    name = 'ProxySettingError';
    code;
    variable;
    constructor(code, variable, message) {
        super(message);
        this.code = code;
        this.variable = variable;
    }
}
/**
 * The proxy for a URL, as the AWS CLI chooses it: botocore (1.43) asks Python's urllib, which takes `<scheme>_proxy`
 * in any case, lower case first, an empty lower-case one switching it off. `ALL_PROXY` is not read. Python's fallback to
 * the settings of macOS and Windows is not followed. Unlike the CLI, no other machine's proxy is asked for a host on
 * loopback: it could not reach it, and plain HTTP to an emulator would carry the session token out in clear.
 *
 * @throws ProxySettingError when the variable's value is not an `http` or `https` URL.
 * @see https://docs.python.org/3/library/urllib.request.html#urllib.request.getproxies
 */
function proxyFor(url, env) {
    const setting = proxyVariable(env, url.protocol.replace(':', ''));
    if (setting === undefined || isExempt(url, proxyVariable(env, 'no')?.value)) {
        return undefined;
    }
    const proxy = parseProxy(setting.variable, setting.value);
    return isOutOfItsReach(url, proxy) ? undefined : proxy;
}
/**
 * Why no proxy is asked for the URL although a variable names one; undefined where none does.
 *
 * @throws ProxySettingError as `proxyFor` does
 */
function whyDirect(url, env) {
    const name = url.protocol.replace(':', '');
    const setting = proxyVariable(env, name);
    if (setting === undefined)
        return shadowed(env, `${name}_proxy`);
    const exempting = proxyVariable(env, 'no');
    if (exempting !== undefined && isExempt(url, exempting.value)) {
        return { because: 'exempt', variable: exempting.variable, instead: setting.variable };
    }
    return isOutOfItsReach(url, parseProxy(setting.variable, setting.value))
        ? { because: 'loopback', variable: setting.variable, instead: setting.variable }
        : undefined;
}
function shadowed(env, name) {
    const other = Object.entries(env).find(([key, value]) => key.toLowerCase() === name && Boolean(value));
    return env[name] === '' && other !== undefined ? { because: 'empty', variable: name, instead: other[0] } : undefined;
}
function isOutOfItsReach(url, proxy) {
    const isIp6 = proxy.host.includes(':');
    return (0,reach/* reachOf */.x)(url.hostname) === 'loopback' && (0,reach/* reachOf */.x)(isIp6 ? `[${proxy.host}]` : proxy.host) !== 'loopback';
}
function proxyVariable(env, scheme) {
    const name = `${scheme}_proxy`;
    const inLowerCase = env[name];
    if (inLowerCase !== undefined) {
        return inLowerCase === '' ? undefined : { variable: name, value: inLowerCase };
    }
    // Python lets the last one win where several spellings are set.
    const other = Object.entries(env).findLast(([key, value]) => key.toLowerCase() === name && Boolean(value));
    return other?.[1] === undefined ? undefined : { variable: other[0], value: other[1] };
}
/**
 * Whether `NO_PROXY` exempts the URL, as urllib's `proxy_bypass_environment` decides: names and their subdomains, with
 * or without a leading dot or a port; `*` only on its own; no address ranges and no patterns.
 */
function isExempt(url, noProxy) {
    if (noProxy === undefined) {
        return false;
    }
    if (noProxy === '*') {
        return true;
    }
    const hosts = [url.hostname.toLowerCase(), url.host.toLowerCase()];
    return noProxy
        .split(',')
        .map((entry) => entry.trim().toLowerCase().replace(/^\.+/, ''))
        .some((name) => name !== '' && hosts.some((host) => host === name || host.endsWith(`.${name}`)));
}
function parseProxy(variable, value) {
    const url = parseUrl(withScheme(value));
    if (url === undefined || url.hostname === '') {
        throw new ProxySettingError('ERR_PROXY_URL', variable, `${variable} does not hold a URL`);
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new ProxySettingError('ERR_PROXY_SCHEME', variable, `${variable} names a proxy that is not an HTTP proxy`);
    }
    const secure = url.protocol === 'https:';
    return {
        variable,
        secure,
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port === '' ? (secure ? 443 : 80) : Number(url.port),
        authorization: authorizationOf(url),
    };
}
/** botocore puts `http:` in front of whatever has no scheme. */
function withScheme(value) {
    if (value.startsWith('//')) {
        return `http:${value}`;
    }
    return value.includes('://') ? value : `http://${value}`;
}
function parseUrl(text) {
    return URL.canParse(text) ? new URL(text) : undefined;
}
/** botocore sends the header only where there are both a user name and a password. */
function authorizationOf(url) {
    if (url.username === '' || url.password === '') {
        return undefined;
    }
    const pair = `${unquote(url.username)}:${unquote(url.password)}`;
    return new secret/* Secret */.z(`Basic ${Buffer.from(pair).toString('base64')}`);
}
function unquote(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        // A bare percent sign stands for itself, as in Python's unquote.
        return text;
    }
}

;// CONCATENATED MODULE: ./src/ask/failure.ts


/** A request that got no answer. Its message and its problem hold nothing secret and nothing raw from the wire. */
class TransportError extends Error {
    name = 'TransportError';
    problem;
    /** Whether another try may help. */
    transient;
    constructor(problem) {
        super([`${problem.host}:${String(problem.port)}`, problem.step, problem.code, problem.detail].filter(Boolean).join(' '));
        this.problem = problem;
        this.transient = triesFor(problem) > 1;
    }
}
/** Thrown on the way by whoever knows more of a failure than its error code. */
class Breakdown extends Error {
    name = 'Breakdown';
    step;
    code;
    constructor(step, code, detail) {
        super(detail);
        this.step = step;
        this.code = code;
    }
}
/** Every problem that is likely to pass by itself within seconds. */
const PASSING = new Set(['EAI_AGAIN', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);
/** Problems that rarely pass: worth a few tries, not the whole deadline. */
const STUBBORN = new Set(['ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL']);
const FEW_TRIES = 3;
/**
 * How many tries in all a problem deserves: 1 for what stays as it is (no such host, a certificate, a proxy that says
 * no), 3 for what rarely passes, `Infinity` for what does.
 */
function triesFor(problem) {
    const code = problem.code ?? '';
    if (problem.step === 'time-out' || PASSING.has(code)) {
        return Infinity;
    }
    // An HPE_ code is the parser's: what came was not HTTP. A 5xx of the proxy is its own word on the host beyond.
    const isStubborn = STUBBORN.has(code) || code.startsWith('HPE_') || (problem.step === 'proxy' && code.startsWith('HTTP_5'));
    return isStubborn ? FEW_TRIES : 1;
}
/** What to call the failure of a request that had come as far as `journey` tells. */
function failureOf(journey, error) {
    if (error instanceof TransportError) {
        return error;
    }
    const { proxy } = journey;
    return new TransportError({
        ...stepOf(journey, error),
        host: journey.host,
        port: journey.port,
        proxy: proxy && { variable: proxy.variable, host: proxy.host, port: proxy.port },
        ...(journey.direct && { direct: journey.direct }),
    });
}
function stepOf(journey, error) {
    const during = whatWasGoingOn(journey);
    if (error instanceof ask_deadline/* TimeIsUp */.Db) {
        return { step: 'time-out', code: undefined, detail: during };
    }
    if (error instanceof Breakdown) {
        // What is wrong with the TLS of the proxy itself is the proxy's fault, not the host's.
        return { step: journey.stage === 'proxy-tls' ? 'proxy' : error.step, code: error.code, detail: error.message };
    }
    if (error instanceof ProxySettingError) {
        return { step: 'proxy', code: error.code, detail: error.message };
    }
    const code = codeOf(error);
    if (code === 'ETIMEDOUT') {
        return { step: 'time-out', code, detail: during };
    }
    if (isBeforeTunnel(journey)) {
        return { step: 'proxy', code, detail: during };
    }
    return { code, ...stepByCode(journey.stage, code, during) };
}
function stepByCode(stage, code, during) {
    if (code === 'ECONNRESET' || code === 'EPIPE') {
        return { step: 'reset', detail: during };
    }
    if (stage === 'dns' || stage === 'connect') {
        return { step: stage, detail: undefined };
    }
    // With TLS 1.3 a server may refuse a handshake after the client has finished it.
    if (stage === 'tls' || code?.startsWith('ERR_SSL_') === true || code === 'EPROTO') {
        return { step: 'tls', detail: tlsDetail(code) };
    }
    return code?.startsWith('HPE_') === true
        ? { step: 'answer', detail: 'the answer is not HTTP' }
        : { step: 'send', detail: during };
}
function tlsDetail(code) {
    const notTls = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'ERR_SSL_HTTP_REQUEST', 'EPROTO'];
    return code !== undefined && notTls.includes(code) ? 'the other side does not speak TLS on this port' : undefined;
}
/** Up to the tunnel only the proxy has been spoken to, so what fails is the proxy. */
function isBeforeTunnel(journey) {
    return journey.proxy !== undefined && ['start', 'dns', 'connect', 'proxy-tls', 'tunnel'].includes(journey.stage);
}
function whatWasGoingOn(journey) {
    const proxied = journey.proxy !== undefined;
    const phrases = {
        start: 'before anything was sent',
        dns: proxied ? "looking up the proxy's host" : 'looking up the host',
        connect: proxied ? 'connecting to the proxy' : 'connecting',
        'proxy-tls': 'in the TLS handshake with the proxy',
        tunnel: "waiting for the proxy's answer to CONNECT",
        tls: 'in the TLS handshake',
        send: 'sending the request',
        'first-byte': 'waiting for the first byte of the answer',
        body: 'reading the body of the answer',
    };
    return phrases[journey.stage];
}
/** The code of a system error; of the first of several where a host has more than one address. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null) {
        return undefined;
    }
    if ('code' in error && typeof error.code === 'string') {
        return error.code;
    }
    return 'errors' in error && Array.isArray(error.errors) ? codeOf(error.errors[0]) : undefined;
}

;// CONCATENATED MODULE: ./src/ask/connection.ts





/** Connects to a host. `lookup` stands in for the system's resolver. */
async function openSocket(journey, target, lookup) {
    journey.stage = (0,external_node_net_.isIP)(target.host) === 0 ? 'dns' : 'connect';
    const socket = journey.own((0,external_node_net_.connect)({ host: target.host, port: target.port, ...(lookup && { lookup }) }));
    socket.once('lookup', (error) => {
        if (error === null) {
            journey.stage = 'connect';
        }
    });
    await happening(socket, 'connect');
    socket.setNoDelay(true);
    return socket;
}
/**
 * Asks the proxy for a tunnel. Node's own HTTP client does the talking: the usual proxy agents take no signal, keep
 * their socket to a proxy that never answers, read an endless head and write the proxy's password to their debug log.
 */
async function openTunnel(journey, socket, proxy) {
    journey.stage = 'tunnel';
    const authority = `${(0,external_node_net_.isIP)(journey.host) === 6 ? `[${journey.host}]` : journey.host}:${String(journey.port)}`;
    const authorization = proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() };
    const request = (0,external_node_http_.request)({
        createConnection: () => socket,
        method: 'CONNECT',
        path: authority,
        headers: { host: authority, ...authorization },
    });
    const [answer, tunnel, head] = await new Promise((resolve, reject) => {
        request.once('connect', (...met) => {
            resolve(met);
        });
        request.on('error', reject);
        limitInterim(request, reject);
        request.end();
    });
    if (answer.statusCode !== 200) {
        throw proxyRefusal(answer, proxy);
    }
    tunnel.unshift(head);
    return tunnel;
}
/** What a proxy's refusal means: 407 wants a login, anything else is its own word on the host beyond it. */
function proxyRefusal(answer, proxy) {
    const status = String(answer.statusCode);
    return new Breakdown('proxy', `HTTP_${status}`, `the proxy answered ${status}${status === '407' ? login(answer, proxy) : ''}`);
}
function login(answer, proxy) {
    const asked = (answer.headers['proxy-authenticate'] ?? []).toString().toLowerCase();
    const schemes = ['Basic', 'Digest', 'NTLM', 'Negotiate', 'Bearer'].filter((scheme) => asked.includes(scheme.toLowerCase()));
    const wanted = schemes.length === 0 ? '' : ` (${schemes.join(', ')})`;
    return proxy.authorization === undefined
        ? `: it asks for a login${wanted}, and ${proxy.variable} holds none`
        : `: it does not accept the login${wanted} in ${proxy.variable}`;
}
/** Speaks TLS over `socket`, and accepts nothing but a certificate for `host` that ends in a trusted root. */
async function startTls(journey, socket, host, roots) {
    const options = {
        socket,
        host,
        ALPNProtocols: ['http/1.1'],
        // NODE_TLS_REJECT_UNAUTHORIZED=0 must not make anybody's answer AWS's.
        rejectUnauthorized: true,
        ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
        ...(roots && { ca: roots }),
    };
    const secure = journey.own((0,external_node_tls_namespaceObject.connect)(options));
    let presented;
    // Node gives up the certificate together with the socket, so it is read before Node judges it.
    secure.prependOnceListener('secure', () => {
        presented = attempt(() => readCertificate(secure, host));
    });
    try {
        await happening(secure, 'secureConnect');
    }
    catch (error) {
        const detail = certificateDetail(codeOf(error), presented);
        throw detail === undefined ? error : new Breakdown('tls', codeOf(error), detail);
    }
    return secure;
}
function attempt(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}
/** Waits for an event of a socket; its error, or its end, is the failure. */
async function happening(socket, event) {
    await new Promise((resolve, reject) => {
        socket.once(event, () => {
            resolve();
        });
        socket.once('error', reject);
        socket.once('close', () => {
            reject(connectionLost());
        });
    });
}
/** RFC 9110 allows any number of interim answers (1xx); who sends one after the other would never come to the point. */
const MOST_INTERIM = 20;
/** Gives a request up whose other side only ever announces an answer. */
function limitInterim(request, giveUp) {
    let count = 0;
    request.on('information', () => {
        count += 1;
        if (count > MOST_INTERIM) {
            giveUp(new Breakdown('answer', 'ERR_INTERIM_ANSWERS', 'interim answers follow one another without end'));
        }
    });
}
/** The other side ended the connection without a word. */
function connectionLost() {
    return Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' });
}

;// CONCATENATED MODULE: ./src/ask/exchange.ts



/** AWS's answers take a few kilobytes. */
const LARGEST_BODY = 1024 * 1024;
/**
 * Checks that every header can be sent, before anything is: a control character in a key ID or a token cannot.
 *
 * @throws Breakdown that names the header, never its value.
 */
function checkHeaders(headers) {
    for (const [name, value] of Object.entries(headers)) {
        try {
            (0,external_node_http_.validateHeaderName)(name);
            (0,external_node_http_.validateHeaderValue)(name, value);
        }
        catch (error) {
            throw new Breakdown('send', codeOf(error), `the value of the header ${name.toLowerCase()} cannot be sent`);
        }
    }
}
/**
 * Sends one request over `socket` and reads the whole answer. Redirects are not followed, compression is not asked for.
 *
 * @param path what stands in the request line: the path, or the whole URL for a proxy
 * @param extraHeaders headers for the proxy
 * @throws Breakdown or a system error
 */
async function exchange(journey, socket, { method, url, headers, body }, path, extraHeaders) {
    journey.stage = 'send';
    const names = Object.keys(headers).map((name) => name.toLowerCase());
    const host = names.includes('host') ? {} : { host: url.host };
    const request = (0,external_node_http_.request)({
        createConnection: () => socket,
        method,
        path,
        headers: { ...host, ...headers, ...extraHeaders },
    });
    const sentAt = Date.now();
    request.end(body, () => {
        journey.sent();
    });
    const { raw, receivedAt, text } = await readAnswer(journey, request);
    const answer = {
        status: raw.statusCode ?? 0,
        headers: headersOf(raw),
        body: text,
        sentAt,
        receivedAt,
        bodyComplete: true,
    };
    return { answer, raw };
}
async function readAnswer(journey, request) {
    return await new Promise((resolve, reject) => {
        // Up to the end of the body: what is not HTTP may come in the same packet as the head.
        request.on('error', reject);
        limitInterim(request, reject);
        request.once('response', (raw) => {
            const receivedAt = Date.now();
            journey.stage = 'body';
            bodyOf(raw).then((text) => {
                resolve({ raw, receivedAt, text });
            }, reject);
        });
        request.once('close', () => {
            if (journey.stage !== 'body') {
                reject(connectionLost());
            }
        });
        request.once('upgrade', () => {
            reject(new Breakdown('answer', 'ERR_UNEXPECTED_UPGRADE', 'the answer changes to another protocol'));
        });
    });
}
async function bodyOf(answer) {
    const chunks = [];
    let size = 0;
    return await new Promise((resolve, reject) => {
        answer.on('data', (chunk) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size > LARGEST_BODY) {
                answer.destroy();
                reject(new Breakdown('answer', 'ERR_BODY_TOO_LARGE', 'the answer is larger than 1 MiB'));
            }
        });
        answer.once('end', () => {
            resolve(Buffer.concat(chunks).toString('utf8'));
        });
        answer.on('error', reject);
        answer.once('close', () => {
            reject(connectionLost());
        });
    });
}
function headersOf(answer) {
    const entries = Object.entries(answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]);
    return Object.fromEntries(entries);
}

;// CONCATENATED MODULE: ./src/ask/journey.ts
/**
 * One request on its way: where it goes, how far it came, and the sockets it opened. `close` ends them all, and any
 * that is opened later, so that nothing of an abandoned request keeps the process alive.
 */
class Journey {
    host;
    port;
    proxy;
    direct;
    stage = 'start';
    #sockets = [];
    #onSent;
    #closed = false;
    /**
     * @param url where the request goes; the host is kept without the brackets of an IPv6 address
     * @param onSent told when the whole request has gone out
     */
    constructor(url, onSent) {
        this.#onSent = onSent;
        this.host = url.hostname.replace(/^\[|\]$/g, '');
        this.port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    }
    /** The whole request has gone out; an answer may have begun before. */
    sent() {
        this.stage = this.stage === 'send' ? 'first-byte' : this.stage;
        this.#onSent?.();
    }
    /** Takes charge of a socket. */
    own(socket) {
        // A socket that fails after its request was given up has nobody else to tell.
        socket.on('error', () => undefined);
        this.#sockets.push(socket);
        if (this.#closed) {
            socket.destroy();
        }
        return socket;
    }
    /** Closes every socket of the request, now and later. */
    close() {
        this.#closed = true;
        for (const socket of this.#sockets.toReversed()) {
            socket.destroy();
        }
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./src/ask/trust-store.ts



/** Far above any real bundle (Mozilla's whole list takes 0.3 MB). */
const LARGEST_BUNDLE = 16 * 1024 * 1024;
/**
 * The roots to trust, as PEM: Node's own, those of `NODE_EXTRA_CA_CERTS` and the bundle's; `undefined` without a
 * bundle, which leaves it to Node. (The AWS CLI takes the bundle instead of its own roots; a bundle that holds only a
 * proxy's root would then refuse AWS where no proxy stands, which is no fault of the credentials.)
 *
 * @throws Breakdown when the bundle cannot be read or holds no certificate.
 */
async function trustedRoots(bundle, env) {
    if (bundle === undefined) {
        return undefined;
    }
    return [...(await readBundle(bundle)), ...(await nodesOwnRoots(env))];
}
async function readBundle({ variable, path }) {
    const pem = await readRegularFile(path).catch((error) => {
        throw new Breakdown('tls', codeOf(error), `the file that ${variable} names cannot be read`);
    });
    if (pem === undefined) {
        throw new Breakdown('tls', 'ERR_CA_BUNDLE', `${variable} does not name a regular file of at most 16 MiB`);
    }
    // Node would take a file without certificates in silence, and then trust nothing of it.
    if (!pem.includes('-----BEGIN CERTIFICATE-----') && !pem.includes('-----BEGIN TRUSTED CERTIFICATE-----')) {
        throw new Breakdown('tls', 'ERR_CA_BUNDLE', `the file that ${variable} names holds no PEM certificate`);
    }
    return [pem];
}
/** A named pipe or a device could be read for ever. */
async function readRegularFile(path) {
    const facts = await (0,promises_.stat)(path);
    return facts.isFile() && facts.size <= LARGEST_BUNDLE ? await (0,promises_.readFile)(path, 'latin1') : undefined;
}
async function nodesOwnRoots(env) {
    // Missing in Node 20, whatever the types say.
    const getCertificates = (external_node_tls_default()).getCACertificates;
    return getCertificates?.('default') ?? [...(external_node_tls_default()).rootCertificates, ...(await extraRoots(env))];
}
async function extraRoots(env) {
    const path = env['NODE_EXTRA_CA_CERTS'];
    // Node itself goes on with a warning where this file cannot be read.
    const pem = path === undefined || path === '' ? undefined : await readRegularFile(path).catch(() => undefined);
    return pem === undefined ? [] : [pem];
}

;// CONCATENATED MODULE: ./src/ask/transport.ts








/**
 * A `Send` over Node's own HTTP client: a connection for each request, through the proxy that the environment names,
 * every socket closed when the request ends or its time is up.
 */
function createSend(network) {
    return async (request, deadline, attemptTimeout) => {
        const journey = new Journey(request.url, network.onSent);
        try {
            return await (0,ask_deadline/* within */.ux)(travel(journey, request, network), deadline, attemptTimeout);
        }
        catch (error) {
            throw failureOf(journey, error);
        }
        finally {
            journey.close();
        }
    };
}
async function travel(journey, request, network) {
    checkHeaders(request.headers);
    const { url } = request;
    journey.proxy = proxyFor(url, network.env);
    journey.direct = journey.proxy === undefined ? whyDirect(url, network.env) : undefined;
    const secure = url.protocol === 'https:';
    const roots = secure || journey.proxy?.secure === true ? await trustedRoots(network.caBundle, network.env) : undefined;
    const way = await openWay(journey, journey.proxy, network.lookup, roots);
    if (!secure) {
        return await exchangePlain(journey, way, request, journey.proxy);
    }
    const tunnel = journey.proxy === undefined ? way : await openTunnel(journey, way, journey.proxy);
    journey.stage = 'tls';
    const socket = await startTls(journey, tunnel, journey.host, roots);
    return (await exchange(journey, socket, request, url.pathname + url.search, {})).answer;
}
/** Connects to the host itself, or to the proxy in front of it. */
async function openWay(journey, proxy, lookup, roots) {
    const socket = await openSocket(journey, proxy ?? journey, lookup);
    if (proxy?.secure !== true) {
        return socket;
    }
    journey.stage = 'proxy-tls';
    return await startTls(journey, socket, proxy.host, roots);
}
/** Over plain HTTP a proxy is asked for the whole URL, and answers in the server's place. */
async function exchangePlain(journey, way, request, proxy) {
    const { url } = request;
    if (proxy === undefined) {
        return (await exchange(journey, way, request, url.pathname + url.search, {})).answer;
    }
    const login = proxy.authorization && { 'proxy-authorization': proxy.authorization.reveal() };
    const target = `${url.origin}${url.pathname}${url.search}`;
    const { answer, raw } = await exchange(journey, way, request, target, login ?? {});
    if (answer.status === 407) {
        throw proxyRefusal(raw, proxy);
    }
    return answer;
}


/***/ }),

/***/ 5581:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8321);
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _command_line_run_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3808);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(311);





/** The entry of the command line: the terminal in, the exit status out. */
let status = 3;
try {
    status = await (0,_command_line_run_js__WEBPACK_IMPORTED_MODULE_3__/* .runCommandLine */ .r)({
        args: process.argv.slice(2),
        env: process.env,
        host: { platform: process.platform, homedir: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), release: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.release)() },
        now: Date.now,
        version: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x,
        // https://no-color.org
        colour: process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '',
        readStdin: () => (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_2__.text)(process.stdin),
        readFile: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'),
        print: (line) => process.stdout.write(line),
        complain: (line) => process.stderr.write(line),
    });
}
catch (error) {
    // Whatever was thrown may hold a value, so only its kind is told.
    process.stderr.write(`The preflight itself failed (${error instanceof Error ? error.name : 'unknown error'}).\n`);
}
process.stdout.write('', () => process.exit(status));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3808:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./src/ask/deadline.ts
var deadline = __nccwpck_require__(1717);
// EXTERNAL MODULE: ./src/secret.ts
var src_secret = __nccwpck_require__(7355);
;// CONCATENATED MODULE: ./src/gather/environment.ts
/** A variable's raw value. Empty counts as unset: configure-aws-credentials clears variables by emptying them, and withheld secrets arrive empty. */
function variable(env, name) {
    const value = env[name];
    return value === '' ? undefined : value;
}
/** The first of the named variables that is set. */
function firstVariable(env, names) {
    for (const name of names) {
        const value = variable(env, name);
        if (value !== undefined)
            return { name, value };
    }
    return undefined;
}
/** Whether a variable says `true`, in any case, as AWS tools read their switches. */
function isOn(env, name) {
    return variable(env, name)?.toLowerCase() === 'true';
}

;// CONCATENATED MODULE: ./src/gather/secret-variables.ts


/** Variables whose values must not appear in a log, whichever source is under check. */
const SECRET_VARIABLES = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
];
/** The values of those that are set. */
function secretVariables(env) {
    return SECRET_VARIABLES.flatMap((name) => {
        const value = variable(env, name);
        return value === undefined ? [] : [new src_secret/* Secret */.z(value)];
    });
}

// EXTERNAL MODULE: ./src/read/unsafe-content.ts
var unsafe_content = __nccwpck_require__(3708);
;// CONCATENATED MODULE: ./src/inputs/names.ts
/** Every action input, as `action.yml` declares it; a test holds the two against each other. */
const INPUT_NAMES = [
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'aws-profile',
    'aws-region',
    'allowed-account-ids',
    'expected-arn',
    'min-remaining',
    'expires-at',
    'max-clock-skew',
    'role-to-assume',
    'audience',
    'trust-policy',
    'sts-endpoint',
    'confirm',
    'on-missing',
    'fail-on',
    'on-unknown',
    'timeout',
    'summary',
    'mask-aws-account-id',
    'github-token',
    'explain',
];
/** Inputs whose value must never be shown, nor given on a command line. */
const SECRET_INPUTS = new Set([
    'aws-access-key-id',
    'aws-secret-access-key',
    'aws-session-token',
    'github-token',
]);

// EXTERNAL MODULE: ./src/read/reach.ts
var reach = __nccwpck_require__(663);
;// CONCATENATED MODULE: ./src/inputs/sts-endpoint.ts

/** The `sts-endpoint` input. Plain HTTP would put the session token on the wire in clear, so it must stay local. */
function stsEndpoint(text) {
    const url = URL.parse(text);
    const allowed = 'a URL such as https://vpce-0123-abcd.sts.eu-west-1.vpce.amazonaws.com, without user, password, query or fragment';
    if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
        return { allowed, shown: withoutUserInfo(text) };
    if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
        return { allowed, shown: withoutUserInfo(text) };
    }
    if (url.protocol === 'http:' && (0,reach/* reachOf */.x)(url.hostname) === 'public') {
        return { allowed: 'an https URL; plain http only on loopback, a private address or a single-label host name' };
    }
    return { value: url };
}
function withoutUserInfo(text) {
    return text.replace(/^([a-z]*:)?\/*.*@/is, '$1//***@').replace(/[?#].*$/s, '');
}

;// CONCATENATED MODULE: ./src/read/account-ids.ts
function whyNot(item) {
    if (/^\d{4}-\d{4}-\d{4}$/.test(item)) {
        return 'written with hyphens, as the console shows it: leave them out';
    }
    if (/^\d{8,11}$/.test(item)) {
        return `${item.length} digits instead of 12: leading zeros get lost where YAML reads a number, so put it in quotes`;
    }
    if (/^\d+$/.test(item)) {
        return `${item.length} digits instead of 12`;
    }
    if (/^["'].*["']$/.test(item)) {
        return 'in quotes, which are part of the value here';
    }
    if (/^\d{12}[\s;|]+\d/.test(item)) {
        return 'several in one item: separate them by commas or new lines';
    }
    if (/^\d(?:\.\d+)?e\+?\d+$/i.test(item)) {
        return 'a number in scientific notation: put the account ID in quotes';
    }
    if (item.startsWith('arn:')) {
        return 'an ARN, not an account ID';
    }
    return 'not 12 digits';
}
/**
 * Reads a list of account IDs, separated by commas or new lines; empty items do not count. A list of nothing but
 * separators is a problem and not an empty list: it was to guard something.
 */
function parseAccountIds(text) {
    if (text.trim() === '') {
        return { ids: [] };
    }
    const items = text
        .split(/[,\r\n]/)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    if (items.length === 0) {
        return { problems: [{ value: text.trim(), why: 'a list without a single account ID' }] };
    }
    const wrong = items.filter((item) => !/^\d{12}$/.test(item));
    return wrong.length > 0
        ? { problems: wrong.map((value) => ({ value, why: whyNot(value) })) }
        : { ids: [...new Set(items)] };
}

// EXTERNAL MODULE: ./src/read/expiration.ts
var expiration = __nccwpck_require__(3807);
;// CONCATENATED MODULE: ./src/inputs/values.ts


/** One of a fixed set of words. */
function oneOf(words) {
    return (text) => {
        const word = words.find((candidate) => candidate === text);
        return word === undefined ? { allowed: `one of ${words.map((w) => `"${w}"`).join(', ')}` } : { value: word };
    };
}
/** The booleans of YAML 1.2's core schema, which are the ones GitHub's toolkit takes. */
function values_boolean(text) {
    if (/^(?:true|True|TRUE)$/.test(text))
        return { value: true };
    if (/^(?:false|False|FALSE)$/.test(text))
        return { value: false };
    return { allowed: '"true" or "false"' };
}
/** A duration in seconds, within bounds. */
function duration(bounds) {
    return (text) => {
        const seconds = (0,expiration/* parseDuration */.E)(text);
        return seconds === undefined || seconds < bounds.min || seconds > bounds.max
            ? { allowed: `a duration such as 45m, 1h30m, PT45M or plain seconds, ${bounds.say}` }
            : { value: seconds };
    };
}
/** A point in time; JSON quotes around it are taken off. */
function pointInTime(text) {
    const parsed = (0,expiration/* parseExpiration */.l)(text);
    return 'at' in parsed
        ? { value: parsed.at }
        : { allowed: 'a date and time such as 2026-11-21T10:00:00Z (RFC 3339), with or without quotes' };
}
/** Account IDs, each exactly 12 digits. A list that holds none must not pass for "any account". */
function accountIds(text) {
    const parsed = parseAccountIds(text);
    if ('ids' in parsed)
        return { value: parsed.ids };
    const first = parsed.problems[0];
    return {
        allowed: `account IDs of exactly 12 digits, separated by commas or new lines${first === undefined ? '' : `; ${first.why}`}`,
        ...(first === undefined ? {} : { shown: first.value }),
    };
}
/** ARN patterns, one a line; a comma also separates where a new `arn:` follows it (IAM paths may hold commas). */
function arnPatterns(text) {
    const patterns = text
        .split(/[\r\n]+|,(?=[ \t]*(?:arn:|\*))/)
        .map((pattern) => pattern.trim())
        .filter((pattern) => pattern !== '' && pattern !== ',');
    const allowed = 'one ARN pattern a line, such as arn:aws:iam::123456789012:role/deploy or arn:aws:sts::*:assumed-role/deploy/*';
    if (patterns.length === 0)
        return { allowed };
    const odd = patterns.find((pattern) => !/^(?:arn:|[*?])/.test(pattern) || /\s/.test(pattern));
    return odd === undefined ? { value: patterns } : { allowed, shown: odd };
}

;// CONCATENATED MODULE: ./src/inputs/read-settings.ts





const LONGEST_SHOWN = 100;
const DAY = 86_400;
/**
 * Reads every input once. Credentials are taken raw, since a stray character is what we look for; all else is trimmed,
 * and an empty value counts as unset, as GitHub passes every input that was not given.
 */
function readSettings(read) {
    const inputs = inputsOf(read);
    const settings = Object.freeze({
        ...credentials(inputs),
        ...expectations(inputs),
        ...conduct(inputs),
    });
    // An unset list means any account; one that was given but holds only blanks must not come to mean the same.
    if (/^\s+$/.test(read('allowed-account-ids') ?? '')) {
        inputs.complain('allowed-account-ids', 'only white space', 'account IDs of 12 digits, or no value');
    }
    return inputs.problems.length === 0 ? { settings } : { problems: inputs.problems };
}
function inputsOf(read) {
    const problems = [];
    const given = (text) => (text === '' ? undefined : text);
    const trimmed = (name) => given(read(name)?.trim());
    const complain = (input, value, allowed) => {
        problems.push({ input, value: shown(value, read), allowed });
    };
    return {
        problems,
        trimmed,
        complain,
        secret: (name) => {
            const text = given(read(name));
            return text === undefined ? undefined : new src_secret/* Secret */.z(text);
        },
        parsed: (name, parser, fallback) => {
            const text = trimmed(name);
            if (text === undefined)
                return fallback;
            const parsed = parser(text);
            if ('value' in parsed)
                return parsed.value;
            complain(name, parsed.shown ?? text, parsed.allowed);
            return fallback;
        },
    };
}
function credentials({ secret, trimmed, parsed }) {
    const githubToken = trimmed('github-token');
    return {
        accessKeyId: secret('aws-access-key-id'),
        secretAccessKey: secret('aws-secret-access-key'),
        sessionToken: secret('aws-session-token'),
        profile: trimmed('aws-profile'),
        region: trimmed('aws-region'),
        roleToAssume: trimmed('role-to-assume'),
        audience: trimmed('audience') ?? 'sts.amazonaws.com',
        trustPolicy: trimmed('trust-policy'),
        stsEndpoint: parsed('sts-endpoint', stsEndpoint, undefined),
        githubToken: githubToken === undefined ? undefined : new src_secret/* Secret */.z(githubToken),
    };
}
function expectations({ parsed }) {
    return {
        allowedAccountIds: parsed('allowed-account-ids', accountIds, []),
        expectedArns: parsed('expected-arn', arnPatterns, []),
        minRemaining: parsed('min-remaining', duration({ min: 0, max: 7 * DAY, say: 'up to 7 days' }), undefined),
        expiresAt: parsed('expires-at', pointInTime, undefined),
        maxClockSkew: parsed('max-clock-skew', duration({ min: 1, max: DAY, say: 'from 1 second to 1 day' }), 300),
    };
}
function conduct({ parsed }) {
    return {
        confirm: parsed('confirm', values_boolean, true),
        onMissing: parsed('on-missing', oneOf(['fail', 'skip']), 'fail'),
        failOn: parsed('fail-on', oneOf(['error', 'warning', 'never']), 'error'),
        onUnknown: parsed('on-unknown', oneOf(['fail', 'warn']), 'fail'),
        timeout: parsed('timeout', duration({ min: 1, max: 3600, say: 'from 1 second to 1 hour' }), 30),
        summary: parsed('summary', oneOf(['always', 'problems', 'never']), 'problems'),
        maskAccountId: parsed('mask-aws-account-id', values_boolean, false),
        explain: parsed('explain', oneOf(['failed-jobs', 'off']), 'off'),
    };
}
/** An input's value as an error may show it: printable, short, and never one of the credentials pasted into the wrong input. */
function shown(text, read) {
    for (const name of INPUT_NAMES) {
        const credential = SECRET_INPUTS.has(name) ? read(name)?.trim() : undefined;
        if (credential !== undefined && credential.length >= 4 && text.includes(credential))
            return '***';
        // A piece of it: a list is taken apart before it is judged.
        if (text.length >= 8 && credential?.includes(text) === true)
            return '***';
    }
    if ((0,unsafe_content/* holdsSecret */.hK)(text) !== undefined)
        return `*** (${text.length} characters)`;
    return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

// EXTERNAL MODULE: ./src/ask/sdk-handler.ts
var sdk_handler = __nccwpck_require__(1508);
// EXTERNAL MODULE: ./src/ask/transport.ts + 8 modules
var transport = __nccwpck_require__(3251);
;// CONCATENATED MODULE: ./src/evidence.ts
/** Every diagnosis there is, in the order in which faults are peeled off and named. */
const DIAGNOSIS_IDS = [
    'usage',
    'secrets-withheld',
    'oidc-permission-missing',
    'profile-not-found',
    'credentials-file-invalid',
    'credential-process-failed',
    'source-unavailable',
    'no-credentials',
    'incomplete-credentials',
    'swapped-keys',
    'unresolved-placeholder',
    'stray-characters',
    'access-key-id-malformed',
    'region-invalid',
    'session-token-missing',
    'session-token-stale',
    'session-token-malformed',
    'session-token-mismatched',
    'session-token-expired',
    'partition-mismatch',
    'session-token-region-limited',
    'region-disabled',
    'clock-skew',
    'access-key-rejected',
    'secret-access-key-malformed',
    'secret-access-key-rejected',
    'access-denied',
    'account-not-allowed',
    'identity-unexpected',
    'expires-too-soon',
    'role-arn-invalid',
    'oidc-provider-missing',
    'oidc-audience-rejected',
    'oidc-trust-denied',
    'role-assumption-denied',
    'oidc-token-unavailable',
    'sts-unreachable',
    'sts-throttled',
    'sts-unavailable',
    'sts-unrecognised',
    'ambiguous-sources',
    'custom-endpoint',
    'region-missing',
    'expiry-unknown',
    'root-credentials',
    'long-term-credentials',
];

// EXTERNAL MODULE: ./src/read/access-key-id.ts
var access_key_id = __nccwpck_require__(5650);
;// CONCATENATED MODULE: ./src/pipeline/compile-report.ts



const RANK = { error: 0, unknown: 1, warning: 2, notice: 3 };
/** The public report, and what each of its findings is about. */
function compileReport(parts) {
    const skipped = isSkipped(parts);
    const sorted = [...parts.found].sort((a, b) => RANK[a.occurrence.severity] - RANK[b.occurrence.severity] ||
        DIAGNOSIS_IDS.indexOf(a.occurrence.id) - DIAGNOSIS_IDS.indexOf(b.occurrence.id));
    const findings = sorted.map(({ occurrence, explanation, confirmed }) => {
        const severity = skipped && occurrence.severity === 'error' ? 'notice' : occurrence.severity;
        return { id: occurrence.id, severity, ...explanation, confirmed };
    });
    const report = {
        schema: 1,
        verdict: skipped ? 'skipped' : verdictOf(findings, parts),
        findings,
        identity: identityOf(parts),
        credentials: credentialsOf(parts),
        clock: clockOf(parts.evidence),
        session: sessionOf(parts.evidence),
        sts: stsOf(parts),
        ...provedRole(parts),
    };
    return { report, subjects: sorted.map(({ subject }) => subject) };
}
/** `ok` is never merely what remains: STS has said so, and nothing that might have found a fault failed. */
function verdictOf(findings, parts) {
    if (findings.some(({ severity }) => severity === 'error'))
        return 'bad';
    const open = findings.some(({ severity }) => severity === 'unknown') || parts.unchecked || !isProved(parts);
    return open ? 'unknown' : 'ok';
}
/** STS accepted the credentials as they are, and the role's, where one was asked for. */
function isProved({ settings, gathered, start, peeled, role }) {
    const own = peeled.answer?.kind === 'accepted' && peeled.attempt === start;
    if (settings.roleToAssume === undefined)
        return own;
    return role?.identity !== undefined && (own || gathered.credentials === undefined);
}
/** Only what GitHub withholds by design may be passed over; any other lack is a fault. */
function isSkipped({ settings, found, gathered }) {
    if (settings.onMissing !== 'skip')
        return false;
    const errors = found.filter(({ occurrence }) => occurrence.severity === 'error');
    const withheld = errors.some(({ occurrence }) => occurrence.id === 'secrets-withheld' ||
        (occurrence.id === 'oidc-permission-missing' && gathered.job.withholding !== undefined));
    return withheld && errors.every(({ occurrence }) => WITHHELD.has(occurrence.id));
}
const WITHHELD = new Set(['secrets-withheld', 'oidc-permission-missing']);
/** Who the job's own credentials are: not who they would be with a fault repaired. A role stands for a job without any. */
function identityOf({ gathered, start, peeled, role }) {
    const own = peeled.answer?.kind === 'accepted' && peeled.attempt === start ? peeled.answer.identity : undefined;
    const identity = gathered.credentials === undefined ? role?.identity : own;
    return identity === undefined
        ? null
        : {
            account: identity.account,
            arn: identity.arn,
            userId: identity.userId,
            principalType: identity.principalType ?? null,
        };
}
/** Beside credentials of the job's own; without them the role is the identity itself. */
function provedRole({ gathered, role }) {
    return gathered.credentials === undefined || role?.identity === undefined ? {} : { provedRole: role.role.arn };
}
function credentialsOf({ gathered, evidence, role }) {
    const { credentials } = gathered;
    if (credentials === undefined) {
        const source = role?.path === 'web-identity' ? 'web-identity' : 'none';
        const type = role?.identity === undefined ? null : 'temporary';
        return { source, location: null, type, accessKeyId: null, account: null };
    }
    const key = credentials.accessKeyId?.reveal();
    const facts = evidence.facts?.accessKeyId;
    return {
        source: credentials.source,
        location: credentials.location,
        type: facts?.kind === 'long-term' || facts?.kind === 'temporary' ? facts.kind : null,
        accessKeyId: key === undefined ? null : (0,access_key_id/* showAccessKeyId */.SY)(key),
        account: facts?.account ?? null,
    };
}
function clockOf({ clock }) {
    if (clock === undefined)
        return null;
    return { skewSeconds: round(clock.skewSeconds, 1), uncertaintySeconds: round(clock.uncertaintySeconds, 2) };
}
/** Adding 0 turns a rounded −0 into 0. */
function round(value, digits) {
    return Math.round(value * 10 ** digits) / 10 ** digits + 0;
}
function sessionOf({ session }) {
    const text = (date) => date?.toISOString().replace(/\.\d{3}Z$/, 'Z') ?? null;
    return {
        expiresAt: text(session.expiresAt),
        secondsRemaining: session.secondsRemaining ?? null,
        issuedAt: text(session.issuedAt),
        issuedIn: session.issuedIn ?? null,
        endsBefore: text(session.endsBefore),
        basis: session.basis ?? null,
    };
}
function stsOf({ start, peeled, role }) {
    const answers = [...peeled.answers, ...(role?.answers ?? [])];
    const asked = answers[0]?.attempt ?? start;
    return {
        endpoint: asked === undefined ? null : withoutLogin(asked.endpoint),
        // Somebody may have put a secret's value there.
        region: asked === undefined || (0,unsafe_content/* holdsSecret */.hK)(asked.region) !== undefined ? null : asked.region,
        requests: answers.reduce((sum, { requests }) => sum + requests, 0),
        requestIds: answers.flatMap(({ requestIds }) => requestIds),
    };
}
/** An endpoint from the environment may hold a password, or a token in its query. */
function withoutLogin({ protocol, host, pathname }) {
    return `${protocol}//${host}${pathname}`.replace(/\/$/, '');
}

// EXTERNAL MODULE: ./src/read/region.ts + 1 modules
var read_region = __nccwpck_require__(1859);
;// CONCATENATED MODULE: ./src/pipeline/first-attempt.ts

/** JavaScript's SDK falls back on this region too, with a warning. */
const FALLBACK_REGION = 'us-east-1';
/** The credentials as they stand, or undefined where one of the two that are always needed is lacking. */
function firstAttempt(settings, gathered) {
    const { credentials } = gathered;
    if (credentials?.accessKeyId === undefined || credentials.secretAccessKey === undefined)
        return undefined;
    const region = regionToAsk(gathered);
    return {
        accessKeyId: credentials.accessKeyId,
        secretAccessKey: credentials.secretAccessKey,
        sessionToken: credentials.sessionToken,
        region,
        endpoint: endpointFor(region, settings, gathered),
        clockOffset: 0,
    };
}
/** The input, then what the environment or the profile says, then AWS's own for the region. */
function endpointFor(region, settings, gathered) {
    const configured = settings.stsEndpoint ?? URL.parse(gathered.endpoint?.value ?? '');
    // A login or a query in it has no place in a signed request.
    if (configured !== null && /^https?:$/.test(configured.protocol)) {
        return new URL(`${configured.protocol}//${configured.host}${configured.pathname}`);
    }
    const { fips, dualStack } = gathered;
    // A region that is none has no host; the diagnosis moves the question to the nearest before anything is asked.
    const host = (0,read_region/* readRegion */.XP)(region).flaw === undefined ? (0,read_region/* stsHost */.HP)(region, { fips, dualStack }) : undefined;
    return new URL(`https://${host ?? `sts.${FALLBACK_REGION}.amazonaws.com`}/`);
}
/** The region that is set, or the one that the JavaScript SDK falls back on. */
function regionToAsk(gathered) {
    return gathered.region?.value ?? FALLBACK_REGION;
}

;// CONCATENATED MODULE: ./src/gather/answer.ts

/** A JSON object's own fields, or undefined for anything else. Never throws. */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isObject(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A non-empty string, or undefined. */
function textOf(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
/** @param tokenField - `SessionToken` from a credential process, `Token` from an endpoint */
function readAnswer(body, tokenField) {
    return {
        accessKeyId: textOf(body['AccessKeyId']),
        secretAccessKey: textOf(body['SecretAccessKey']),
        sessionToken: textOf(body[tokenField]),
        expiration: textOf(body['Expiration']),
    };
}
/** @param speaker - who answered, as in `AccessKeyId from the container endpoint` */
function fromAnswer(answer, tokenField, speaker, origin) {
    const secret = (text) => (text === undefined ? undefined : new src_secret/* Secret */.z(text));
    return {
        ...origin,
        accessKeyId: secret(answer.accessKeyId),
        secretAccessKey: secret(answer.secretAccessKey),
        sessionToken: secret(answer.sessionToken),
        names: {
            accessKeyId: `AccessKeyId from ${speaker}`,
            secretAccessKey: `SecretAccessKey from ${speaker}`,
            sessionToken: `${tokenField} from ${speaker}`,
        },
        expirations: answer.expiration === undefined ? [] : [{ text: answer.expiration, name: `Expiration from ${speaker}` }],
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: ./src/gather/endpoint-request.ts


/** Bodies are cut off here, in bytes: no credentials are anywhere near as long. */
const MAX_BODY_BYTES = 64 * 1024;
/**
 * One request to an endpoint on this machine or its own network. Never goes through a proxy, follows no redirect,
 * and never throws. The SDK's own providers for these endpoints have no deadline over the whole body.
 *
 * @param seconds - limit for this one request, within the deadline
 */
async function askEndpoint(url, options, seconds, deadline) {
    const limit = AbortSignal.timeout(seconds * 1000);
    const signal = AbortSignal.any([limit, deadline]);
    try {
        return await send(url, options, signal);
    }
    catch (error) {
        if (limit.aborted)
            return { kind: 'no-answer', why: `did not answer within ${seconds} s` };
        if (deadline.aborted)
            return { kind: 'no-answer', why: 'did not answer before the time-out of this step' };
        return { kind: 'no-answer', why: describe(error) };
    }
}
function send(url, options, signal) {
    return new Promise((resolve, reject) => {
        const start = url.protocol === 'https:' ? external_node_https_.request : external_node_http_.request;
        const headers = { accept: 'application/json', ...options.headers };
        const sent = start(url, { method: options.method ?? 'GET', headers, signal, agent: false }, (response) => {
            const chunks = [];
            let length = 0;
            response.on('data', (chunk) => {
                length += chunk.length;
                if (length > MAX_BODY_BYTES)
                    response.destroy(new Error('too long'));
                else
                    chunks.push(chunk);
            });
            response.on('end', () => {
                resolve({ kind: 'answer', status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') });
            });
            response.on('error', reject);
        });
        sent.on('error', reject);
        sent.end();
    });
}
function describe(error) {
    if (error.message === 'too long')
        return `answered more than ${MAX_BODY_BYTES / 1024} KiB`;
    switch (error.code) {
        case 'ECONNREFUSED':
            return 'refused the connection (ECONNREFUSED)';
        case 'ENOTFOUND':
        case 'EAI_AGAIN':
            return `has a host name that cannot be resolved (${error.code})`;
        case 'ERR_INVALID_CHAR':
            return 'cannot be asked: the authorization token holds a character that cannot stand in a header';
        default:
            return `could not be reached${error.code === undefined ? '' : ` (${error.code})`}`;
    }
}

// EXTERNAL MODULE: ./src/gather/files.ts
var files = __nccwpck_require__(724);
;// CONCATENATED MODULE: ./src/gather/outcome.ts
function found(credentials) {
    return { kind: 'found', credentials };
}
function nothing(result) {
    return { kind: 'nothing', result };
}
function failed(problem) {
    return { kind: 'failed', problem };
}

;// CONCATENATED MODULE: ./src/gather/container.ts





/** Where Amazon ECS serves what AWS_CONTAINER_CREDENTIALS_RELATIVE_URI names. */
const ECS_ENDPOINT = 'http://169.254.170.2';
const SECONDS = 2;
const RELATIVE = 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
const FULL = 'AWS_CONTAINER_CREDENTIALS_FULL_URI';
/** What names the container endpoint, if anything does; the relative path goes before the full address, as in the SDKs. */
function containerVariable(env) {
    return [RELATIVE, FULL].find((name) => variable(env, name) !== undefined);
}
/**
 * Credentials of an ECS task, an EKS pod identity or another local agent
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
 */
async function fromContainer(env, host, deadline) {
    const namedBy = containerVariable(env);
    if (namedBy === undefined)
        return nothing('not configured');
    const unavailable = (why) => failed({ kind: 'source-unavailable', source: 'container', namedBy, refusal: undefined, why });
    const url = containerUrl(env);
    if (url === undefined)
        return unavailable('it holds no valid URL');
    if (!mayReceiveToken(url)) {
        return unavailable(`AWS tools take plain HTTP only on loopback and on the ECS and EKS addresses, not on ${url.host}`);
    }
    const token = await authorizationToken(env, host);
    if ('why' in token)
        return unavailable(token.why);
    const headers = token.value === undefined ? {} : { authorization: token.value };
    const answer = await askEndpoint(url, { headers }, SECONDS, deadline);
    if (answer.kind === 'no-answer')
        return unavailable(`${url.origin} ${answer.why}`);
    if (answer.status !== 200)
        return unavailable(`${url.origin} answered with status ${answer.status}`);
    const body = parseObject(answer.body);
    if (body === undefined)
        return unavailable(`${url.origin} did not answer a JSON object`);
    const values = readAnswer(body, 'Token');
    if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
        return unavailable(`the answer of ${url.origin} has no AccessKeyId or no SecretAccessKey`);
    }
    const origin = { source: 'container', location: `the container endpoint of ${namedBy}` };
    return found(fromAnswer(values, 'Token', 'the container endpoint', origin));
}
function containerUrl(env) {
    const relative = variable(env, RELATIVE);
    const text = relative === undefined ? variable(env, FULL) : `${ECS_ENDPOINT}${relative}`;
    if (text === undefined || !URL.canParse(text))
        return undefined;
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
/** The rule of the SDKs: the authorization token goes in clear to this machine and to two fixed addresses only. */
function mayReceiveToken(url) {
    if (url.protocol === 'https:')
        return true;
    const fixed = ['localhost', '[::1]', '169.254.170.2', '169.254.170.23', '[fd00:ec2::23]'];
    return fixed.includes(url.hostname) || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}
async function authorizationToken(env, host) {
    const file = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
    if (file === undefined)
        return { value: variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN') };
    const read = await (0,files/* readText */.yR)(file);
    const shown = `${(0,files/* displayPath */.Gt)(file, host.homedir)}, named by AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE,`;
    if (read.kind === 'absent')
        return { why: `the file ${shown} does not exist` };
    if (read.kind === 'unreadable')
        return { why: `the file ${shown} ${read.why}` };
    return { value: read.text };
}

;// CONCATENATED MODULE: ./src/gather/key-variables.ts


/**
 * Variables that tell when the session in the environment ends: the official one first, then those of
 * aws-vault before version 7 and granted, awsume, and home-made scripts.
 */
const EXPIRATION_VARIABLES = [
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_SESSION_EXPIRATION',
    'AWSUME_EXPIRATION',
    'AWS_CREDENTIALS_EXPIRATION',
    'AWS_EXPIRATION',
];
/** The inputs' own values, when any of the three is given. They are never completed from the environment: half a pair from elsewhere would be another fault. */
function fromInputs(settings) {
    const { accessKeyId, secretAccessKey, sessionToken } = settings;
    if ((accessKeyId ?? secretAccessKey ?? sessionToken) === undefined)
        return undefined;
    return {
        source: 'inputs',
        location: 'the inputs of this step',
        accessKeyId,
        secretAccessKey,
        sessionToken,
        names: {
            accessKeyId: 'aws-access-key-id',
            secretAccessKey: 'aws-secret-access-key',
            sessionToken: 'aws-session-token',
        },
        expirations: [],
    };
}
/** The key variables, when any is set. AWS_SECURITY_TOKEN, the token's first name, stands in when AWS_SESSION_TOKEN is unset, as botocore has it. */
function fromEnvironment(env) {
    const token = firstVariable(env, ['AWS_SESSION_TOKEN', 'AWS_SECURITY_TOKEN']);
    const accessKeyId = secret(variable(env, 'AWS_ACCESS_KEY_ID'));
    const secretAccessKey = secret(variable(env, 'AWS_SECRET_ACCESS_KEY'));
    const sessionToken = secret(token?.value);
    if ((accessKeyId ?? secretAccessKey ?? sessionToken) === undefined)
        return undefined;
    return {
        source: 'environment',
        location: 'the environment variables',
        accessKeyId,
        secretAccessKey,
        sessionToken,
        names: {
            accessKeyId: 'AWS_ACCESS_KEY_ID',
            secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
            sessionToken: token?.name ?? 'AWS_SESSION_TOKEN',
        },
        expirations: environmentExpirations(env),
    };
}
/** What the environment says of its session's end. A bare number in AWS_EXPIRATION is some tool's lifetime in seconds, not a date. */
function environmentExpirations(env) {
    return EXPIRATION_VARIABLES.flatMap((name) => {
        const text = variable(env, name);
        if (text === undefined)
            return [];
        if (name === 'AWS_EXPIRATION' && !/^\s*["']?\d{4}-\d{2}-\d{2}[T ]/.test(text))
            return [];
        return [{ text, name }];
    });
}
function secret(text) {
    return text === undefined ? undefined : new src_secret/* Secret */.z(text);
}

;// CONCATENATED MODULE: ./src/gather/instance.ts




/** Names another address of the metadata service. */
const INSTANCE_ENDPOINT = 'AWS_EC2_METADATA_SERVICE_ENDPOINT';
const ENDPOINT_IPV4 = 'http://169.254.169.254';
const ENDPOINT_IPV6 = 'http://[fd00:ec2::254]';
const ROLES = '/latest/meta-data/iam/security-credentials/';
/** AWS tools wait one second too: outside EC2 the address often swallows packets. */
const instance_SECONDS = 1;
/**
 * The instance profile's credentials, by instance metadata version 2 alone
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html). An endpoint that
 * does not answer is a fault only when the environment names it: most machines are no EC2 instances.
 */
async function fromInstance(env, deadline) {
    if (isOn(env, 'AWS_EC2_METADATA_DISABLED'))
        return nothing('switched off by AWS_EC2_METADATA_DISABLED');
    const named = variable(env, INSTANCE_ENDPOINT);
    const fault = { kind: 'source-unavailable', source: 'instance', namedBy: INSTANCE_ENDPOINT };
    const miss = (why, remedy) => named === undefined ? nothing(why) : failed({ ...fault, refusal: undefined, why, ...(remedy && { remedy }) });
    const base = endpoint(env);
    if (base === undefined)
        return miss('it holds no valid URL');
    const token = await ask(base, '/latest/api/token', { 'x-aws-ec2-metadata-token-ttl-seconds': '60' }, 'PUT', deadline);
    if (typeof token !== 'string')
        return miss(`${base.origin} ${token.why}`);
    const headers = { 'x-aws-ec2-metadata-token': token };
    const role = await ask(base, ROLES, headers, 'GET', deadline);
    if (typeof role !== 'string') {
        return miss(role.status === 404 ? 'the instance has no instance profile' : `${base.origin} ${role.why}`);
    }
    const name = role.split('\n', 1)[0]?.trim() ?? '';
    const answer = await ask(base, ROLES + encodeURIComponent(name), headers, 'GET', deadline);
    if (typeof answer !== 'string')
        return miss(`${base.origin} ${answer.why}`);
    const body = parseObject(answer) ?? {};
    const values = readAnswer(body, 'Token');
    if (values.accessKeyId === undefined || values.secretAccessKey === undefined) {
        const code = codeOf(body);
        if (code === undefined)
            return miss(`${base.origin} answered without credentials`);
        const remedy = code === 'AssumeRoleUnauthorizedAccess' ? 'instance-role-trust' : undefined;
        return miss(`${base.origin} answered with the code ${code} in place of credentials`, remedy);
    }
    const origin = { source: 'instance', location: 'the instance profile of this EC2 instance' };
    return found(fromAnswer(values, 'Token', 'the instance metadata', origin));
}
/** What went wrong when EC2 asked for the role's credentials: AssumeRoleUnauthorizedAccess, InvalidInstanceProfile. */
function codeOf(body) {
    const code = textOf(body['Code'])
        ?.replace(/[^A-Za-z]/g, '')
        .slice(0, 64);
    return code === undefined || code === '' || code === 'Success' ? undefined : code;
}
function endpoint(env) {
    const isIpv6 = variable(env, 'AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE')?.toLowerCase() === 'ipv6';
    const text = variable(env, INSTANCE_ENDPOINT) ?? (isIpv6 ? ENDPOINT_IPV6 : ENDPOINT_IPV4);
    if (!URL.canParse(text))
        return undefined;
    const url = new URL(text);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}
async function ask(base, path, headers, method, deadline) {
    const answer = await askEndpoint(new URL(path, base), { method, headers }, instance_SECONDS, deadline);
    if (answer.kind === 'no-answer')
        return { why: answer.why, status: undefined };
    if (answer.status !== 200 || answer.body.trim() === '') {
        return { why: `answered with status ${answer.status}`, status: answer.status };
    }
    return answer.body;
}

;// CONCATENATED MODULE: ./src/gather/profile-settings.ts
/** A setting's value; empty counts as unset. */
function setting(profile, key) {
    const value = profile.get(key)?.value;
    return value === '' ? undefined : value;
}
/** Where a setting stands, or would stand: beside a key that is there, else beside any setting of the profile. */
function whereIs(profile, key) {
    const found = profile.get(key);
    if (found !== undefined)
        return found.where;
    const beside = NEIGHBOURS.map((name) => profile.get(name)).find((candidate) => candidate !== undefined);
    const { heading, file } = beside ?? [...profile.values()][0] ?? {};
    return heading === undefined || file === undefined ? key : `${key} of [${heading}] in ${file}`;
}
const NEIGHBOURS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token', 'role_arn'];

// EXTERNAL MODULE: ./src/read/refusal.ts
var refusal = __nccwpck_require__(2544);
;// CONCATENATED MODULE: ./src/gather/sts-role.ts



/** Assumes a role with credentials already found. Never throws. */
function assumeRole(source, role, access, deadline) {
    const credentials = {
        accessKeyId: source.accessKeyId?.reveal() ?? '',
        secretAccessKey: source.secretAccessKey?.reveal() ?? '',
        ...(source.sessionToken === undefined ? {} : { sessionToken: source.sessionToken.reveal() }),
    };
    return sts_role_ask(access, { credentials }, deadline, async (client) => {
        const { AssumeRoleCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
        const command = new AssumeRoleCommand({ ...common(role), ExternalId: role.externalId });
        return client.send(command, { abortSignal: deadline });
    });
}
/** Assumes a role with an OIDC token; the request carries no signature. Never throws. */
function assumeRoleWithWebIdentity(token, role, access, deadline) {
    return sts_role_ask(access, {}, deadline, async (client) => {
        const { AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
        const command = new AssumeRoleWithWebIdentityCommand({ ...common(role), WebIdentityToken: token.reveal() });
        return client.send(command, { abortSignal: deadline });
    });
}
async function sts_role_ask(access, more, deadline, send) {
    let client;
    try {
        const { STSClient: Client } = await Promise.all(/* import() */[__nccwpck_require__.e(869), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
        client = new Client({
            ...more,
            region: access.region,
            ...(access.endpoint === undefined ? {} : { endpoint: access.endpoint }),
            ...(access.requestHandler === undefined ? {} : { requestHandler: access.requestHandler }),
        });
        return assumed(await send(client));
    }
    catch (error) {
        return failure(error, deadline);
    }
    finally {
        if (access.requestHandler === undefined)
            client?.destroy();
    }
}
function assumed({ Credentials: given }) {
    if (given === undefined)
        return { kind: 'no-answer', why: 'STS answered without credentials' };
    return {
        kind: 'assumed',
        answer: {
            accessKeyId: given.AccessKeyId,
            secretAccessKey: given.SecretAccessKey,
            sessionToken: given.SessionToken,
            expiration: given.Expiration?.toISOString(),
        },
    };
}
function failure(error, deadline) {
    const status = error.$metadata?.httpStatusCode;
    const code = (textOf(error.Code) ?? '').replace(/[^A-Za-z]/g, '').slice(0, 64);
    // Without a code of AWS's own it is a page of somebody on the way.
    if (error.$fault !== undefined && status !== undefined && code !== '') {
        if (status >= 500 || (0,refusal/* isThrottlingCode */.pZ)(code) || (0,refusal/* isServiceFaultCode */.pG)(code))
            return { kind: 'no-answer', why: `STS answered with ${code} (status ${status})` };
        const requestId = /^[\w-]{1,64}$/.exec(error.$metadata?.requestId ?? '')?.[0];
        return { kind: 'refused', refusal: { status, code, message: new src_secret/* Secret */.z(error.message ?? ''), requestId } };
    }
    if (deadline.aborted)
        return { kind: 'no-answer', why: 'STS did not answer before the time-out of this step' };
    const reason = (error.code ?? '').replace(/[^A-Z0-9_]/g, '');
    return { kind: 'no-answer', why: `STS could not be asked to assume the role${reason === '' ? '' : ` (${reason})`}` };
}
function common(role) {
    return { RoleArn: role.roleArn, RoleSessionName: role.sessionName, DurationSeconds: role.durationSeconds };
}
/** The ARN where it is one: anything else in its place may be a secret. */
function shownRole(roleArn) {
    return /^arn:[a-z-]+:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/.exec(roleArn)?.[0];
}

;// CONCATENATED MODULE: ./src/gather/web-identity.ts







const SESSION_NAME = 'aws-credentials-preflight';
/** AWS_WEB_IDENTITY_TOKEN_FILE and its companions, as EKS and some OIDC actions set them. AWS_ROLE_ARN alone says nothing: jobs use it for their own purposes. */
function webIdentityVariables(env) {
    const tokenFile = variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE');
    if (tokenFile === undefined)
        return undefined;
    return {
        tokenFile,
        roleArn: variable(env, 'AWS_ROLE_ARN'),
        sessionName: variable(env, 'AWS_ROLE_SESSION_NAME'),
        namedBy: 'AWS_WEB_IDENTITY_TOKEN_FILE',
        roleNamedBy: 'AWS_ROLE_ARN',
    };
}
/** Reads the token file and has the role assumed with it. */
async function fromWebIdentity(identity, world) {
    if (identity === undefined)
        return nothing('not configured');
    const fault = { kind: 'source-unavailable', source: 'web-identity', namedBy: identity.namedBy };
    const unavailable = (why) => failed({ ...fault, refusal: undefined, why });
    if (identity.roleArn === undefined) {
        const why = `${identity.roleNamedBy} is not set, so there is no role to assume`;
        return failed({ ...fault, refusal: undefined, remedy: 'name-the-role', why });
    }
    const path = (0,files/* expandHome */.kc)(identity.tokenFile, world.host.homedir);
    const shown = (0,files/* displayPath */.Gt)(path, world.host.homedir);
    const read = await (0,files/* readText */.yR)(path);
    if (read.kind === 'absent')
        return unavailable(`the file ${shown} does not exist`);
    if (read.kind === 'unreadable')
        return unavailable(`the file ${shown} ${read.why}`);
    const token = read.text.trim();
    if (token === '')
        return unavailable(`the file ${shown} is empty`);
    // Anything but a JWT would go to STS in clear although it may be another secret.
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
        return unavailable(`the file ${shown} does not hold a JSON web token`);
    if (isOpenToAll(world.sts.endpoint))
        return unavailable('the token would go to the configured endpoint in clear');
    const role = {
        roleArn: identity.roleArn,
        sessionName: identity.sessionName ?? SESSION_NAME,
        externalId: undefined,
        durationSeconds: undefined,
    };
    const answer = await assumeRoleWithWebIdentity(new src_secret/* Secret */.z(token), role, world.sts, world.deadline);
    if (answer.kind === 'no-answer')
        return failed({ ...fault, refusal: undefined, unanswered: true, why: answer.why });
    if (answer.kind === 'refused') {
        const { refusal } = answer;
        return failed({
            ...fault,
            refusal,
            role: shownRole(role.roleArn),
            why: `STS refused the token with ${refusal.code}`,
        });
    }
    const origin = { source: 'web-identity', location: `the web identity of ${identity.namedBy}` };
    return found(fromAnswer(answer.answer, 'SessionToken', 'AssumeRoleWithWebIdentity', origin));
}
/** Whether the endpoint takes the token in clear beyond this machine and its own network, where a LocalStack may stand. */
function isOpenToAll(endpoint) {
    if (endpoint === undefined || !URL.canParse(endpoint))
        return false;
    const { protocol, hostname } = new URL(endpoint);
    return protocol === 'http:' && (0,reach/* reachOf */.x)(hostname) === 'public';
}

;// CONCATENATED MODULE: ./src/gather/assumed-role.ts









/** With these STS says that the source credentials are at fault, not the role: then those are the ones to check. */
const SOURCE_REFUSED = new Set([
    'InvalidClientTokenId',
    'SignatureDoesNotMatch',
    'ExpiredToken',
    'IncompleteSignature',
    'MissingAuthenticationToken',
]);
/**
 * A profile with `role_arn`: finds the credentials it starts from and assumes the role. When those cannot be right, or
 * STS refuses them, they are what is found, so that the check explains them and not the role.
 *
 * @param resolve - gives another profile's credentials
 */
async function fromAssumedRole(name, profile, location, world, resolve) {
    const namedBy = whereIs(profile, 'role_arn');
    const fault = { kind: 'source-unavailable', source: 'profile', namedBy };
    const role = roleOf(profile);
    const unavailable = (why, remedy) => failed({ ...fault, refusal: undefined, why, ...(remedy && { remedy }) });
    // botocore raises InvalidConfigError, and the SDK for JavaScript takes it for no role at all.
    if (setting(profile, 'source_profile') !== undefined && setting(profile, 'credential_source') !== undefined) {
        return unavailable('the profile has both source_profile and credential_source, which AWS tools refuse', 'one-source');
    }
    if (setting(profile, 'mfa_serial') !== undefined) {
        return unavailable('the role asks for a code of multi-factor authentication, which no job can type', 'no-mfa');
    }
    const source = await startingCredentials(profile, world, resolve);
    if (source.kind === 'failed')
        return source;
    if (source.kind === 'nothing')
        return unavailable(`there are no credentials to assume the role with: ${source.result}`);
    if (!maySend(source.credentials))
        return source;
    const answer = await assumeRole(source.credentials, role, world.sts, world.deadline);
    if (answer.kind === 'no-answer')
        return failed({ ...fault, refusal: undefined, unanswered: true, why: answer.why });
    if (answer.kind === 'refused') {
        const { refusal } = answer;
        if (SOURCE_REFUSED.has(refusal.code))
            return source;
        const why = `STS refused to assume the role with ${refusal.code}`;
        return failed({ ...fault, refusal, why, role: shownRole(role.roleArn) });
    }
    const speaker = `AssumeRole for profile ${(0,files/* displayName */.QC)(name)}`;
    return found(fromAnswer(answer.answer, 'SessionToken', speaker, { source: 'profile', location: `the role of ${location}` }));
}
async function startingCredentials(profile, world, resolve) {
    const sourceProfile = setting(profile, 'source_profile');
    if (sourceProfile !== undefined)
        return resolve(sourceProfile, whereIs(profile, 'source_profile'));
    switch (setting(profile, 'credential_source')) {
        case 'Environment': {
            const credentials = fromEnvironment(world.env);
            return credentials === undefined ? nothing('the key variables are not set') : found(credentials);
        }
        case 'EcsContainer':
            return fromContainer(world.env, world.host, world.deadline);
        case 'Ec2InstanceMetadata':
            return fromInstance(world.env, world.deadline);
        default:
            return nothing('credential_source is none of Environment, EcsContainer and Ec2InstanceMetadata');
    }
}
/** Sending a secret in the key ID's place would show it on the wire: a key ID is capitals and digits, and never 40 long. */
function maySend(credentials) {
    const keyId = credentials.accessKeyId?.reveal() ?? '';
    const isSendable = /^A[A-Z0-9]{15,31}$/.test(keyId) && !/[^\x20-\x7e]/.test(credentials.sessionToken?.reveal() ?? '');
    return isSendable && credentials.secretAccessKey !== undefined;
}
function roleOf(profile) {
    const seconds = Number(setting(profile, 'duration_seconds'));
    return {
        roleArn: setting(profile, 'role_arn') ?? '',
        sessionName: setting(profile, 'role_session_name') ?? SESSION_NAME,
        externalId: setting(profile, 'external_id'),
        durationSeconds: Number.isInteger(seconds) && seconds > 0 ? seconds : undefined,
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./src/gather/process.ts


const MAX_STDOUT_BYTES = 1024 * 1024;
const MAX_STDERR_BYTES = 64 * 1024;
/**
 * Runs a command line in a shell, as the SDKs for JavaScript and Go run `credential_process`. The deadline ends the
 * whole group of processes, so that no grandchild outlives the step. Never throws.
 */
async function runCommand(command, env, host, deadline) {
    if (deadline.aborted)
        return { kind: 'time-out', seconds: 0, stderr: '' };
    const started = performance.now();
    const isWindows = host.platform === 'win32';
    const stdio = ['ignore', 'pipe', 'pipe'];
    const child = (0,external_node_child_process_.spawn)(command, { shell: true, env, detached: !isWindows, windowsHide: true, stdio });
    const stdout = collect(child.stdout, MAX_STDOUT_BYTES);
    const stderr = collect(child.stderr, MAX_STDERR_BYTES);
    const over = new AbortController();
    const end = await Promise.race([closing(child), stdout.overflow, passing(deadline, over.signal)]);
    over.abort();
    if (typeof end !== 'string')
        return ended(end, stdout.text(), stderr.text());
    endGroup(child.pid, isWindows);
    child.stdout.destroy();
    child.stderr.destroy();
    if (end === 'too-much-output')
        return { kind: end, stderr: stderr.text() };
    return { kind: end, seconds: Math.ceil((performance.now() - started) / 1000), stderr: stderr.text() };
}
function closing(child) {
    return new Promise((resolve) => {
        child.on('error', (error) => {
            resolve({ code: error.code ?? 'unknown' });
        });
        child.on('close', (status, signal) => {
            resolve({ status, signal });
        });
    });
}
function passing(deadline, over) {
    return new Promise((resolve) => {
        const onAbort = () => {
            resolve('time-out');
        };
        deadline.addEventListener('abort', onAbort, { once: true, signal: over });
    });
}
function ended(end, stdout, stderr) {
    if ('code' in end)
        return { kind: 'not-started', code: end.code, stderr };
    const { status, signal } = end;
    if (signal !== null)
        return { kind: 'signal', signal, stderr };
    // A shell reports a child that a signal ended as 128 and the signal's number.
    const name = Object.entries(external_node_os_.constants.signals).find(([, number]) => number + 128 === status)?.[0];
    if (name !== undefined)
        return { kind: 'signal', signal: name, stderr };
    return status === 0 ? { kind: 'ended', stdout, stderr } : { kind: 'exit', status: status ?? -1, stderr };
}
function endGroup(pid, isWindows) {
    if (pid === undefined)
        return;
    if (isWindows) {
        (0,external_node_child_process_.spawn)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on('error', () => undefined);
        return;
    }
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch {
        // The group has ended by itself.
    }
}
function collect(stream, maxBytes) {
    const chunks = [];
    let length = 0;
    const overflow = new Promise((resolve) => {
        stream.on('data', (chunk) => {
            if (length + chunk.length > maxBytes)
                resolve('too-much-output');
            const kept = chunk.subarray(0, maxBytes - length);
            length += kept.length;
            // Even an empty part would keep the whole chunk in memory.
            if (kept.length > 0)
                chunks.push(kept);
        });
    });
    return { text: () => Buffer.concat(chunks).toString('utf8'), overflow };
}

;// CONCATENATED MODULE: ./src/gather/redact.ts
const MAX_CHARACTERS = 500;
/**
 * What a program wrote to standard error, fit to be shown: known secrets and every word that could be one are hidden,
 * control characters become spaces, and the end is kept, where the error stands.
 */
function redactOutput(text, secrets) {
    let shown = text;
    for (const secret of secrets) {
        if (secret.length >= 4)
            shown = shown.replaceAll(secret, '***');
    }
    shown = shown
        // ANSI escape sequences, before their first character is taken as a mere control character.
        // eslint-disable-next-line no-control-regex
        .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .replace(/[A-Za-z0-9+/=_.~%-]{16,}/g, (word) => (looksSecret(word) ? '***' : word))
        .trim();
    return shown.length > MAX_CHARACTERS ? `…${shown.slice(1 - MAX_CHARACTERS)}` : shown;
}
/** Key IDs, keys, tokens and JWTs mix digits with letters; words and paths rarely do, and are cut at 40 characters anyway. */
function looksSecret(word) {
    return word.length >= 40 || (/\d/.test(word) && /[A-Za-z]/.test(word));
}

;// CONCATENATED MODULE: ./src/gather/credential-process.ts





/**
 * Runs a profile's `credential_process`
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html). The SDK's own provider sets no
 * time limit and keeps neither exit status nor standard error apart.
 *
 * @param location - of the profile, such as `profile prod in ~/.aws/config`
 * @param where - the setting stands: `credential_process of [profile prod] in ~/.aws/config`
 * @param secrets - known values that the command might print
 */
async function fromCredentialProcess(profile, location, where, command, world, secrets) {
    const result = await runCommand(command, world.env, world.host, world.deadline);
    const reading = read(result);
    if ('failure' in reading) {
        return failed({
            kind: 'credential-process-failed',
            profile: (0,files/* displayName */.QC)(profile),
            where,
            command: programName(command),
            failure: reading.failure,
            stderr: redactOutput(result.stderr, secrets),
        });
    }
    const origin = { source: 'process', location: `credential_process of ${location}` };
    return found(fromAnswer(reading.answer, 'SessionToken', `credential_process of ${location}`, origin));
}
function read(result) {
    switch (result.kind) {
        case 'ended':
            return readOutput(result.stdout);
        case 'exit':
            return { failure: { reason: 'exit', status: result.status } };
        case 'signal':
            return { failure: { reason: 'signal', signal: result.signal } };
        case 'not-started':
            return { failure: { reason: 'not-started', code: result.code } };
        case 'time-out':
            return { failure: { reason: 'time-out', seconds: result.seconds } };
        case 'too-much-output':
            return { failure: { reason: result.kind } };
    }
}
function readOutput(stdout) {
    const body = parseObject(stdout.replace(/^\uFEFF/, ''));
    if (body === undefined)
        return { failure: { reason: 'not-json' } };
    if (body['Version'] !== 1)
        return { failure: { reason: 'wrong-version' } };
    const answer = readAnswer(body, 'SessionToken');
    const missing = [
        ...(answer.accessKeyId === undefined ? ['AccessKeyId'] : []),
        ...(answer.secretAccessKey === undefined ? ['SecretAccessKey'] : []),
    ];
    if (missing.length > 0)
        return { failure: { reason: 'incomplete', missing } };
    const ends = answer.expiration === undefined ? NaN : Date.parse(answer.expiration);
    const secondsAgo = (Date.now() - ends) / 1000;
    if (secondsAgo > 0)
        return { failure: { reason: 'expired', expiration: new Date(ends).toISOString(), secondsAgo } };
    return { answer };
}
/** The program's base name: the path may name a user, and the arguments may hold secrets. */
function programName(command) {
    const word = /^\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(command);
    const path = word?.[1] ?? word?.[2] ?? word?.[3] ?? '';
    // `TOKEN=… program`: the first word is an assignment, with a value that may be secret.
    if (path.includes('='))
        return 'the command';
    return (0,files/* displayName */.QC)(path.split(/[/\\]/).at(-1) ?? '');
}

;// CONCATENATED MODULE: ./src/gather/network.ts



const PROXY_VARIABLES = [
    'HTTPS_PROXY',
    'https_proxy',
    'HTTP_PROXY',
    'http_proxy',
    'ALL_PROXY',
    'all_proxy',
    'NO_PROXY',
    'no_proxy',
];
/** What the environment and the profile say of proxies and root certificates. */
function readNetwork(env, profile) {
    const proxies = PROXY_VARIABLES.flatMap((name) => {
        const value = variable(env, name);
        return value === undefined ? [] : [[name, new src_secret/* Secret */.z(value)]];
    });
    return { proxyVariables: Object.fromEntries(proxies), caBundle: caBundle(env, profile) };
}
/** Passwords within the proxy URLs, as they stand and decoded. */
function proxyPasswords(network) {
    return Object.values(network.proxyVariables).flatMap((proxy) => {
        const text = proxy.reveal();
        const raw = /^[^/]*\/\/[^:@/]*:([^/]*)@/.exec(text)?.[1] ?? /^[^:@/]+:([^/]*)@/.exec(text)?.[1];
        if (raw === undefined || raw === '')
            return [];
        return [...new Set([raw, decoded(raw)])].map((password) => new src_secret/* Secret */.z(password));
    });
}
function caBundle(env, profile) {
    const fromVariable = variable(env, 'AWS_CA_BUNDLE');
    if (fromVariable !== undefined)
        return { value: fromVariable, from: 'AWS_CA_BUNDLE' };
    const fromProfile = profile === undefined ? undefined : setting(profile, 'ca_bundle');
    if (profile === undefined || fromProfile === undefined)
        return undefined;
    return { value: fromProfile, from: whereIs(profile, 'ca_bundle') };
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./src/gather/profile-not-found.ts


const MAX_NEAREST = 4;
/** The finding for a name that is in neither file, with the names the reader may have meant. */
function profileNotFound(profile, namedBy, config) {
    return {
        kind: 'profile-not-found',
        profile: (0,files/* displayName */.QC)(profile),
        namedBy,
        nearest: nearestNames(profile, [...config.profiles.keys()]),
        misplaced: config.misplaced.get(profile),
        files: [searched(config.files.config), searched(config.files.credentials)],
    };
}
/** Names at most half the longer name's length away, nearest first; another case of the same letters is nearest of all. */
function nearestNames(name, names) {
    return names
        .map((candidate) => ({ candidate, away: (0,mod/* distance */.Io)(name.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ candidate, away }) => away <= Math.max(name.length, candidate.length) / 2)
        .sort((one, other) => one.away - other.away || one.candidate.localeCompare(other.candidate, 'en'))
        .slice(0, MAX_NEAREST)
        .map(({ candidate }) => (0,files/* displayName */.QC)(candidate));
}
function searched(file) {
    return { path: file.shown, exists: file.exists };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./src/gather/sso-portal.ts
/** The SDK's provider keeps of an error its name alone, so the last answer is looked at on its way. */
function watchPortal(handler) {
    const seen = { status: undefined, failed: false };
    if (handler === undefined || !('handle' in handler))
        return { handler, seen };
    const inner = handler;
    const handle = async (request, options) => {
        try {
            const answer = await inner.handle(request, options);
            Object.assign(seen, { status: answer.response.statusCode, failed: false });
            return answer;
        }
        catch (error) {
            Object.assign(seen, { status: undefined, failed: true });
            throw error;
        }
    };
    return { handler: { ...inner, handle }, seen };
}
/**
 * What the portal said. Only an answer of its own speaks of the session; silence says nothing, as STS's does. 401: the
 * session is over. 403: nobody gave this person that role in that account
 * (https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html).
 */
function portalFault(error, seen, deadline) {
    if (deadline.aborted)
        return { unanswered: true, why: 'the sign-in service did not answer before the time-out of this step' };
    const text = error instanceof Error ? error.message : '';
    const status = STATUS.find(([name]) => text.startsWith(name))?.[1] ?? seen.status;
    if (status === 403) {
        const why = 'the sign-in service answered that this person has no such role in that account (status 403)';
        return { remedy: 'sso-assignment', why };
    }
    if (status === 401)
        return { why: 'the sign-in service no longer takes the session (status 401)' };
    if (status === 429 || (status !== undefined && status >= 500))
        return { unanswered: true, why: `the sign-in service answered with status ${status}` };
    const code = /\b(?:E[A-Z]{4,}|EAI_[A-Z]+)\b/.exec(text)?.[0];
    if (seen.failed || code !== undefined)
        return {
            unanswered: true,
            why: `the sign-in service could not be reached${code === undefined ? '' : ` (${code})`}`,
        };
    return {
        why: `the session could not be turned into credentials${status === undefined ? '' : ` (status ${status})`}`,
    };
}
/** The SDK's names for the portal's errors, which its own error begins with. */
const STATUS = [
    ['UnauthorizedException', 401],
    ['ForbiddenException', 403],
    ['TooManyRequestsException', 429],
];

;// CONCATENATED MODULE: ./src/gather/sso.ts








/** Whether a profile takes its credentials from IAM Identity Center. */
function isSso(profile) {
    return ['sso_session', 'sso_start_url', 'sso_account_id', 'sso_role_name'].some((key) => setting(profile, key) !== undefined);
}
/**
 * A profile whose session was made by a person signing in. The SDK's provider does the talking; what is looked at
 * first is the cached token, for in a job it is never there or stale, and the SDK's messages do not tell which.
 */
async function fromSdkProfile(kind, name, profile, location, world) {
    const namedBy = whereIs(profile, kind === 'login' ? 'login_session' : ssoSetting(profile));
    const problem = { kind: 'source-unavailable', source: 'sso', namedBy, refusal: undefined };
    const lack = kind === 'sso' ? ssoLack(profile, world.config) : undefined;
    if (lack !== undefined)
        return failed({ ...problem, remedy: 'sso-settings', why: lack });
    const fault = kind === 'sso' ? await cachedTokenFault(profile, world) : undefined;
    if (fault !== undefined)
        return failed({ ...problem, why: fault });
    const portal = watchPortal(world.sts.requestHandler);
    try {
        const given = await withDeadline(sso_ask(name, world, portal), world.deadline);
        const command = kind === 'sso' ? 'aws sso login' : 'aws login';
        const called = (field) => `${field} from the session of ${command}`;
        return found({
            source: 'sso',
            location: `the session of ${location}`,
            accessKeyId: new src_secret/* Secret */.z(given.accessKeyId),
            secretAccessKey: new src_secret/* Secret */.z(given.secretAccessKey),
            sessionToken: given.sessionToken === undefined ? undefined : new src_secret/* Secret */.z(given.sessionToken),
            names: {
                accessKeyId: called('accessKeyId'),
                secretAccessKey: called('secretAccessKey'),
                sessionToken: called('sessionToken'),
            },
            expirations: given.expiration === undefined ? [] : [{ text: given.expiration.toISOString(), name: called('expiration') }],
        });
    }
    catch (error) {
        return failed({ ...problem, ...portalFault(error, portal.seen, world.deadline) });
    }
}
/** Which setting is missing, in the profile or in the session that it names: the cached token is no use without. */
function ssoLack(profile, config) {
    const session = setting(profile, 'sso_session');
    const section = session === undefined ? undefined : config.sections.get(`sso-session ${session}`);
    const { shown } = config.files.config;
    if (session !== undefined && section === undefined) {
        return `there is no [sso-session ${(0,files/* displayName */.QC)(session)}] in ${shown}, which sso_session names`;
    }
    const has = (key) => section === undefined ? setting(profile, key) !== undefined : (section.settings.get(key)?.value ?? '') !== '';
    const own = ['sso_account_id', 'sso_role_name'].filter((key) => setting(profile, key) === undefined);
    const shared = ['sso_start_url', 'sso_region'].filter((key) => !has(key));
    const missing = [...own.map((key) => whereIs(profile, key)), ...shared.map((key) => whereShared(key))];
    return missing.length === 0 ? undefined : `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set`;
    function whereShared(key) {
        return section === undefined ? whereIs(profile, key) : `${key} of [${(0,files/* displayName */.QC)(section.name)}] in ${shown}`;
    }
}
async function sso_ask(profile, world, portal) {
    const { fromIni } = await __nccwpck_require__.e(/* import() */ 869).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5869, 19));
    const { config, credentials } = world.config.files;
    const { handler } = portal;
    return fromIni({
        profile,
        filepath: credentials.path,
        configFilepath: config.path,
        ignoreCache: true,
        clientConfig: handler === undefined ? {} : { requestHandler: handler },
    })();
}
/** Why the cached token cannot serve, without the token. Its file is named by the SHA-1 of the session's name or start URL. */
async function cachedTokenFault(profile, world) {
    const key = setting(profile, 'sso_session') ?? setting(profile, 'sso_start_url');
    if (key === undefined)
        return 'the profile has neither sso_session nor sso_start_url';
    const file = `${(0,external_node_crypto_.createHash)('sha1').update(key).digest('hex')}.json`;
    const path = (0,external_node_path_.join)(world.host.homedir, '.aws', 'sso', 'cache', file);
    const shown = (0,files/* displayPath */.Gt)(path, world.host.homedir);
    const read = await (0,files/* readText */.yR)(path);
    if (read.kind === 'absent')
        return `nobody has signed in on this machine: there is no ${shown}`;
    if (read.kind === 'unreadable')
        return `the cached token ${shown} ${read.why}`;
    const token = parseObject(read.text);
    if (token === undefined)
        return `the cached token ${shown} is not a JSON object`;
    const ends = Date.parse(textOf(token['expiresAt']) ?? '');
    if (Number.isNaN(ends))
        return `the cached token ${shown} does not tell when it ends`;
    if (ends > Date.now() || textOf(token['refreshToken']) !== undefined)
        return undefined;
    return `the sign-in ended at ${new Date(ends).toISOString()}, and only a person can sign in again`;
}
function ssoSetting(profile) {
    return setting(profile, 'sso_session') === undefined ? 'sso_start_url' : 'sso_session';
}
/** The SDK's provider takes no signal. */
async function withDeadline(work, deadline) {
    let stop;
    const late = new Promise((_resolve, reject) => {
        stop = () => {
            reject(new Error('the deadline has passed'));
        };
        if (deadline.aborted)
            stop();
        else
            deadline.addEventListener('abort', stop, { once: true });
    });
    try {
        return await Promise.race([work, late]);
    }
    finally {
        if (stop !== undefined)
            deadline.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./src/gather/profile.ts










/** Names under which tools write the end of the session into a profile: saml2aws, aws-azure-login, aws-mfa and others. */
const EXPIRATION_SETTINGS = [
    'x_security_token_expires',
    'aws_session_expiration',
    'aws_credential_expiration',
    'aws_expiration',
    'expiration',
];
const KEY_SETTINGS = ['aws_access_key_id', 'aws_secret_access_key', 'aws_session_token'];
/**
 * Credentials of one profile. Where a profile has several kinds, the AWS CLI's order decides: assumed role, web
 * identity, IAM Identity Center, keys in the credentials file, credential_process, keys in the config file, `aws login`.
 *
 * @param namedBy - what names the profile, for the finding when there is none: `AWS_PROFILE`
 * @param visited - profiles on the way here, by `source_profile`
 */
async function fromProfile(name, namedBy, world, visited = []) {
    const profile = world.config.profiles.get(name);
    if (profile === undefined)
        return failed(profileNotFound(name, namedBy, world.config));
    const location = `profile ${(0,files/* displayName */.QC)(name)} in ${fileOf(profile, world.config)}`;
    const keys = staticKeys(profile, location);
    // As a source, a profile's own keys go before its role: `source_profile` may name the profile itself.
    if (visited.length > 0 && keys !== undefined)
        return found(keys);
    if (assumesRole(profile)) {
        if (visited.includes(name))
            return inACircle(profile, [...visited, name]);
        return fromAssumedRole(name, profile, location, world, (source, by) => fromProfile(source, by, world, [...visited, name]));
    }
    const tokenFile = setting(profile, 'web_identity_token_file');
    if (tokenFile !== undefined) {
        return fromWebIdentity({ ...webIdentity(profile, tokenFile), namedBy: whereIs(profile, 'web_identity_token_file') }, world);
    }
    if (isSso(profile))
        return fromSdkProfile('sso', name, profile, location, world);
    const command = setting(profile, 'credential_process');
    const keysGoFirst = command === undefined || profile.get('aws_access_key_id')?.file === world.config.files.credentials.shown;
    if (keys !== undefined && keysGoFirst)
        return found(keys);
    if (command !== undefined) {
        const secrets = [...KEY_SETTINGS.flatMap((key) => setting(profile, key) ?? []), ...profile_secretVariables(world.env)];
        return fromCredentialProcess(name, location, whereIs(profile, 'credential_process'), command, world, secrets);
    }
    if (setting(profile, 'login_session') !== undefined)
        return fromSdkProfile('login', name, profile, location, world);
    return setting(profile, 'role_arn') === undefined
        ? nothing(`${location} has no credentials`)
        : withoutSource(profile);
}
function inACircle(profile, names) {
    const circle = names.slice(names.indexOf(names.at(-1) ?? '')).map(files/* displayName */.QC);
    return failed({
        kind: 'source-unavailable',
        source: 'profile',
        namedBy: whereIs(profile, 'source_profile'),
        refusal: undefined,
        remedy: 'break-circle',
        why: `source_profile leads round in a circle, from ${circle.join(' to ')}, and none of them has credentials of its own`,
    });
}
function withoutSource(profile) {
    return failed({
        kind: 'source-unavailable',
        source: 'profile',
        namedBy: whereIs(profile, 'role_arn'),
        refusal: undefined,
        remedy: 'add-source',
        why: 'the profile has neither source_profile nor credential_source, so there is nothing to assume the role with',
    });
}
/** The command inherits them, and may print them. */
function profile_secretVariables(env) {
    const named = Object.entries(env).filter(([name]) => /SECRET|TOKEN|PASSW|ACCESS_KEY/i.test(name));
    const proxies = proxyPasswords(readNetwork(env, undefined)).map((password) => password.reveal());
    return [...named.flatMap(([, value]) => (value === undefined ? [] : [value, value.trim()])), ...proxies];
}
/** Whether the AWS CLI takes the profile before the web identity variables. */
function assumesRole(profile) {
    return (setting(profile, 'role_arn') !== undefined &&
        (setting(profile, 'source_profile') ?? setting(profile, 'credential_source')) !== undefined);
}
/** Whether the profile says anything about credentials, of whatever kind. */
function hasCredentials(profile) {
    const settings = [...KEY_SETTINGS, 'credential_process', 'web_identity_token_file', 'login_session'];
    return assumesRole(profile) || isSso(profile) || settings.some((key) => setting(profile, key) !== undefined);
}
/** The keys that stand in the profile itself, raw; undefined when none of the three does. */
function staticKeys(profile, location) {
    if (KEY_SETTINGS.every((key) => setting(profile, key) === undefined))
        return undefined;
    const secret = (key) => {
        const value = setting(profile, key);
        return value === undefined ? undefined : new src_secret/* Secret */.z(value);
    };
    return {
        source: 'profile',
        location,
        accessKeyId: secret('aws_access_key_id'),
        secretAccessKey: secret('aws_secret_access_key'),
        sessionToken: secret('aws_session_token'),
        names: {
            accessKeyId: whereIs(profile, 'aws_access_key_id'),
            secretAccessKey: whereIs(profile, 'aws_secret_access_key'),
            sessionToken: whereIs(profile, 'aws_session_token'),
        },
        expirations: EXPIRATION_SETTINGS.flatMap((key) => {
            const value = setting(profile, key);
            return value === undefined ? [] : [{ text: value, name: whereIs(profile, key) }];
        }),
    };
}
/** The file that holds what makes the profile give credentials; the config file when nothing does. */
function fileOf(profile, config) {
    const telling = ['role_arn', 'aws_access_key_id', 'aws_secret_access_key', 'credential_process', 'sso_session'];
    const deciding = telling.map((key) => profile.get(key)).find((candidate) => candidate !== undefined);
    return (deciding ?? [...profile.values()][0])?.file ?? config.files.config.shown;
}
function webIdentity(profile, tokenFile) {
    return {
        tokenFile,
        roleArn: setting(profile, 'role_arn'),
        sessionName: setting(profile, 'role_session_name'),
        roleNamedBy: whereIs(profile, 'role_arn'),
    };
}

;// CONCATENATED MODULE: ./src/gather/tool-profile.ts



/**
 * The variables that name a profile, in each tool's order: botocore/configprovider.py
 * BOTOCORE_DEFAUT_SESSION_VARIABLES, the AWS CLI's own list of them in version 2, aws-sdk-go-v2 config/env_config.go
 * profileEnvVarNames; the SDKs for JavaScript and Java read AWS_PROFILE alone.
 */
const VARIABLES = {
    'AWS CLI and boto3': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
    'AWS CLI': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
    boto3: ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'],
    'AWS SDK for JavaScript': ['AWS_PROFILE'],
    'AWS SDK for Go': ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'],
    'AWS SDK for Java': ['AWS_PROFILE'],
};
/** Tools that the job tells apart: the AWS CLI and boto3 differ only where two variables name two profiles. */
function toolsIn(env) {
    const [one, other] = [variable(env, 'AWS_PROFILE'), variable(env, 'AWS_DEFAULT_PROFILE')];
    const together = one === undefined || other === undefined || one === other;
    return [
        ...(together ? ['AWS CLI and boto3'] : ['AWS CLI', 'boto3']),
        'AWS SDK for JavaScript',
        'AWS SDK for Go',
        'AWS SDK for Java',
    ];
}
/** The profile that this tool reads when the job leaves the choice to it. */
function profileOfTool(tool, env, config) {
    const namedBy = VARIABLES[tool].find((name) => variable(env, name) !== undefined);
    return readProfile({ name: (namedBy && variable(env, namedBy)) ?? 'default', namedBy }, config);
}
function readProfile(choice, config) {
    const data = config.profiles.get(choice.name);
    if (data === undefined || !hasCredentials(data)) {
        return { ...choice, exists: data !== undefined, location: undefined, keys: undefined, assumesRole: false };
    }
    const location = `profile ${(0,files/* displayName */.QC)(choice.name)} in ${fileOf(data, config)}`;
    const isRole = assumesRole(data);
    const keys = isRole ? undefined : staticKeys(data, location);
    return { ...choice, exists: true, location, keys, assumesRole: isRole };
}
/**
 * Whether the tool stops at a profile that is named and not there, whatever else holds credentials: botocore raises
 * ProfileNotFound, Go fails to load the profile of AWS_PROFILE. The SDKs for JavaScript and Java search on.
 */
function stopsAt(profile, tool) {
    if (profile.namedBy === undefined || profile.exists)
        return false;
    switch (tool) {
        case 'AWS SDK for JavaScript':
        case 'AWS SDK for Java':
            return false;
        case 'AWS SDK for Go':
            return profile.namedBy === 'AWS_PROFILE';
        default:
            return true;
    }
}

;// CONCATENATED MODULE: ./src/gather/candidates.ts





/**
 * Every configured source, and which one each tool takes when the job leaves the choice to it. Only the search orders
 * that are documented, or stand in the tool's source, are told:
 * botocore/credentials.py create_credential_resolver; defaultProvider of @aws-sdk/credential-provider-node;
 * https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html; aws-sdk-go-v2
 * config/resolve_credentials.go.
 *
 * @param checked - the credentials under check; a source asked for by input makes every tool take the same
 */
function findCandidates(env, config, profile, checked) {
    const present = findPresent(env);
    const profiles = [readProfile(profile, config), ...toolsIn(env).map((tool) => profileOfTool(tool, env, config))];
    const found = [
        ['environment', locationOf('environment', present)],
        ...profiles.map(({ location }) => ['profile', location]),
        ['web-identity', locationOf('web-identity', present)],
        ['container', locationOf('container', present)],
    ];
    const kinds = new Map(found.flatMap(([kind, location]) => (location === undefined ? [] : [[location, kind]])));
    const candidates = [...kinds].map(([location, source]) => ({
        source,
        location,
        checked: checked?.location === location,
    }));
    const isListed = candidates.some((candidate) => candidate.checked);
    if (checked !== undefined && !isListed) {
        candidates.unshift({ source: checked.source, location: checked.location, checked: true });
    }
    const isAskedFor = checked?.source === 'inputs' || profile.namedBy === 'the input aws-profile';
    return { candidates, disagreement: isAskedFor ? [] : disagreementOf(present, env, config) };
}
function findPresent(env) {
    const variables = fromEnvironment(env);
    const isWhole = variables?.accessKeyId !== undefined && variables.secretAccessKey !== undefined;
    return {
        environment: isWhole ? variables : undefined,
        isWebIdentity: variable(env, 'AWS_WEB_IDENTITY_TOKEN_FILE') !== undefined && variable(env, 'AWS_ROLE_ARN') !== undefined,
        container: containerVariable(env),
    };
}
function locationOf(kind, present) {
    switch (kind) {
        case 'environment':
            return present.environment?.location;
        case 'web-identity':
            return present.isWebIdentity ? 'the web identity of AWS_WEB_IDENTITY_TOKEN_FILE' : undefined;
        case 'container':
            return present.container === undefined ? undefined : `the container endpoint of ${present.container}`;
    }
}
function searchOrder(tool, profile) {
    const rest = ['web-identity', 'profile', 'container'];
    switch (tool) {
        case 'AWS CLI and boto3':
        case 'AWS CLI':
        case 'boto3':
            return profile.assumesRole ? ['environment', 'profile', 'web-identity', 'container'] : ['environment', ...rest];
        case 'AWS SDK for JavaScript':
            return skipsKeys(tool, profile)
                ? ['profile', 'web-identity', 'container']
                : ['environment', 'profile', 'web-identity', 'container'];
        case 'AWS SDK for Go':
        case 'AWS SDK for Java':
            return ['environment', ...rest];
    }
}
/** The SDK for JavaScript passes the key variables over wherever AWS_PROFILE is set, even to a profile that is not there. */
function skipsKeys(tool, profile) {
    return tool === 'AWS SDK for JavaScript' && profile.namedBy !== undefined;
}
function disagreementOf(present, env, config) {
    const taken = toolsIn(env).map((tool) => takenBy(tool, present, env, config));
    const isUnanimous = new Set(taken.map(({ sameAs }) => sameAs)).size < 2;
    return isUnanimous ? [] : taken.map(({ choice }) => choice);
}
function takenBy(tool, present, env, config) {
    const profile = profileOfTool(tool, env, config);
    const named = profile.namedBy === undefined ? [] : [profile.namedBy];
    if (stopsAt(profile, tool)) {
        const takes = `none: it stops, because there is no profile ${(0,files/* displayName */.QC)(profile.name)}`;
        return { choice: { tool, takes, decidedBy: named }, sameAs: 'none' };
    }
    const where = (kind) => (kind === 'profile' ? profile.location : locationOf(kind, present));
    const kind = searchOrder(tool, profile).find((candidate) => where(candidate) !== undefined);
    const skipped = present.environment !== undefined && skipsKeys(tool, profile);
    if (kind === undefined) {
        const takes = skipped ? 'none: with AWS_PROFILE set it passes over the key variables' : 'none';
        return { choice: { tool, takes, decidedBy: named }, sameAs: 'none' };
    }
    const token = kind === 'environment' ? tokenTaken(tool, env) : { note: '', value: undefined, decidedBy: [] };
    const decidedBy = kind === 'profile' ? named : kind === 'environment' ? token.decidedBy : [variableOf(kind, present)];
    return {
        choice: { tool, takes: `${where(kind) ?? ''}${token.note}`, decidedBy },
        sameAs: candidates_identityOf(kind, present, profile, token.value),
    };
}
function variableOf(kind, present) {
    return kind === 'web-identity' ? 'AWS_WEB_IDENTITY_TOKEN_FILE' : (present.container ?? '');
}
/** botocore alone reads AWS_SECURITY_TOKEN, and before AWS_SESSION_TOKEN (botocore/credentials.py, EnvProvider.TOKENS). */
function tokenTaken(tool, env) {
    const keys = 'AWS_ACCESS_KEY_ID';
    const session = variable(env, 'AWS_SESSION_TOKEN');
    const security = variable(env, 'AWS_SECURITY_TOKEN');
    if (security === undefined || security === session)
        return { note: '', value: session, decidedBy: [keys] };
    const isBotocore = tool === 'AWS CLI and boto3' || tool === 'AWS CLI' || tool === 'boto3';
    if (isBotocore)
        return { note: ', with the token of AWS_SECURITY_TOKEN', value: security, decidedBy: ['AWS_SECURITY_TOKEN'] };
    return session === undefined
        ? { note: ', without a token', value: session, decidedBy: [keys] }
        : { note: ', with the token of AWS_SESSION_TOKEN', value: session, decidedBy: ['AWS_SESSION_TOKEN'] };
}
/** Equal for sources that hold the very same values: then it does not matter which one a tool takes. */
function candidates_identityOf(kind, present, profile, environmentToken) {
    const keys = kind === 'environment' ? present.environment : kind === 'profile' ? profile.keys : undefined;
    if (keys === undefined)
        return kind === 'profile' ? `profile ${profile.name}` : kind;
    const token = kind === 'environment' ? environmentToken : keys.sessionToken?.reveal();
    return JSON.stringify([keys.accessKeyId?.reveal(), keys.secretAccessKey?.reveal(), token ?? null]);
}

;// CONCATENATED MODULE: ./src/gather/choose.ts









/** The input, then AWS_PROFILE and AWS_DEFAULT_PROFILE in the AWS CLI's order, then `default`. */
function chooseProfile(settings, env) {
    if (settings.profile !== undefined)
        return { name: settings.profile, namedBy: 'the input aws-profile' };
    const namedBy = ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE'].find((name) => variable(env, name) !== undefined);
    return { name: (namedBy === undefined ? undefined : variable(env, namedBy)) ?? 'default', namedBy };
}
/**
 * Finds the credentials to check. Inputs and the input `aws-profile` are taken at their word; otherwise the order is
 * the AWS CLI's: key variables, a profile that assumes a role, web identity variables, any other profile, the
 * container, the instance (botocore/credentials.py, create_credential_resolver).
 */
async function choose(settings, profile, job, world) {
    const inputs = fromInputs(settings);
    if (inputs !== undefined)
        return { credentials: inputs, problems: [], looked: [{ place: 'inputs', result: 'given' }] };
    const places = settings.profile === undefined ? implicitPlaces(settings, profile, job, world) : [explicitProfile(profile, world)];
    const looked = [
        { place: 'inputs', result: 'not given' },
        ...namedFiles(world.config),
    ];
    for (const { place, look } of places) {
        const outcome = await look();
        looked.push({ place, result: choose_describe(outcome) });
        if (outcome.kind === 'found') {
            return {
                credentials: outcome.credentials,
                problems: standing(outcome.credentials, profile, world.config),
                looked,
            };
        }
        if (outcome.kind === 'failed') {
            return {
                credentials: undefined,
                problems: [...world.config.problems, ...consequence(outcome.problem, world.config)],
                looked,
            };
        }
    }
    return { credentials: undefined, problems: world.config.problems, looked };
}
/** A variable that names a file which is not there empties it without a word. */
function namedFiles({ files }) {
    return [files.config, files.credentials].flatMap(({ namedBy, exists, shown }) => namedBy === undefined || exists ? [] : [{ place: namedBy, result: `names ${shown}, which does not exist` }]);
}
function implicitPlaces(settings, profile, job, world) {
    const variables = fromEnvironment(world.env);
    const data = world.config.profiles.get(profile.name);
    const profilePlace = {
        place: profile.namedBy === undefined ? 'profile default' : `profile ${(0,files/* displayName */.QC)(profile.name)} (${profile.namedBy})`,
        look: () => lookAtProfile(profile, world),
    };
    const webIdentity = {
        place: 'AWS_WEB_IDENTITY_TOKEN_FILE',
        look: () => fromWebIdentity(webIdentityVariables(world.env), world),
    };
    const rolesFirst = data !== undefined && assumesRole(data) ? [profilePlace, webIdentity] : [webIdentity, profilePlace];
    return [
        {
            place: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
            look: () => (variables?.accessKeyId === undefined ? nothing('no key ID') : found(variables)),
        },
        ...rolesFirst,
        { place: 'container endpoint', look: () => fromContainer(world.env, world.host, world.deadline) },
        // A secret or token without a key ID: no tool uses them, but somebody meant to give credentials.
        {
            place: 'AWS_SECRET_ACCESS_KEY or AWS_SESSION_TOKEN alone',
            look: () => (variables === undefined ? nothing('not set') : found(variables)),
        },
        { place: 'instance metadata', look: () => lookAtInstance(settings, job, world) },
    ];
}
function explicitProfile(profile, world) {
    const namedBy = profile.namedBy ?? 'the input aws-profile';
    return {
        place: `profile ${(0,files/* displayName */.QC)(profile.name)} (${namedBy})`,
        look: () => fromProfile(profile.name, namedBy, world),
    };
}
async function lookAtProfile(profile, world) {
    const { name, namedBy } = profile;
    if (world.config.profiles.has(name))
        return fromProfile(name, namedBy ?? name, world);
    if (namedBy === undefined)
        return nothing('there is no profile default');
    return failed(profileNotFound(name, namedBy, world.config));
}
/** Asking costs a second on most machines, and some answer in the runner's name: so only where an answer would be meant. */
function lookAtInstance(settings, job, world) {
    const isNamed = variable(world.env, INSTANCE_ENDPOINT) !== undefined;
    if (job.runnerEnvironment === 'github-hosted' && !isNamed)
        return nothing("not asked: GitHub's own runners have no instance profile");
    if (settings.roleToAssume !== undefined && job.oidc !== undefined)
        return nothing('not asked: the role is assumed by web identity');
    return fromInstance(world.env, world.deadline);
}
/** Faults that stop tools although this check found credentials. */
function standing(credentials, profile, config) {
    const data = config.profiles.get(profile.name);
    if (data === undefined && profile.namedBy !== undefined && profile.name !== 'default') {
        const missing = consequence(profileNotFound(profile.name, profile.namedBy, config), config);
        return missing.length > 0 ? missing : config.problems;
    }
    const usesFiles = ['profile', 'process', 'sso'].includes(credentials.source) && data !== undefined && hasCredentials(data);
    return usesFiles ? config.problems : [];
}
/** A profile is not called missing when the file that may have it could not be read. */
function consequence(problem, config) {
    const isUnread = config.problems.some(({ stops }) => stops !== 'the AWS CLI and boto3');
    return problem.kind === 'profile-not-found' && isUnread ? [] : [problem];
}
function choose_describe(outcome) {
    switch (outcome.kind) {
        case 'found':
            return `found: ${outcome.credentials.location}`;
        case 'nothing':
            return outcome.result;
        case 'failed':
            return outcome.problem.kind === 'source-unavailable' ? outcome.problem.why : outcome.problem.kind;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: ./src/gather/event.ts


/** GitHub's own limit for a payload is 25 MB; reading more would only cost memory. */
const MAX_EVENT_BYTES = 25 * 1024 * 1024;
const UNKNOWN = {
    headRepository: undefined,
    baseRepository: undefined,
    isPullRequest: false,
    sender: undefined,
};
/** Reads the payload that GITHUB_EVENT_PATH names. Never throws: what cannot be read tells nothing. */
async function readEvent(path) {
    if (path === undefined)
        return UNKNOWN;
    const read = await (0,files/* readText */.yR)(path, MAX_EVENT_BYTES);
    const event = read.kind === 'text' ? parseObject(read.text) : undefined;
    if (event === undefined)
        return UNKNOWN;
    const pullRequest = event['pull_request'];
    return {
        headRepository: fullName(pullRequest, 'head'),
        baseRepository: fullName(pullRequest, 'base'),
        isPullRequest: isObject(pullRequest) && isObject(pullRequest['head']),
        sender: isObject(event['sender']) ? textOf(event['sender']['login']) : undefined,
    };
}
function fullName(pullRequest, side) {
    const branch = isObject(pullRequest) ? pullRequest[side] : undefined;
    const repository = isObject(branch) ? branch['repo'] : undefined;
    return isObject(repository) ? textOf(repository['full_name']) : undefined;
}

;// CONCATENATED MODULE: ./src/gather/job.ts




/**
 * Events for which GitHub hands no secrets to a fork's run
 * (https://docs.github.com/en/actions/reference/events-that-trigger-workflows#workflows-in-forked-repositories).
 */
const FORK_EVENTS = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);
/**
 * Events for which a run that Dependabot started gets Dependabot's own secrets instead
 * (https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions).
 */
const DEPENDABOT_EVENTS = new Set([
    ...FORK_EVENTS,
    'push',
    'create',
    'deployment',
    'deployment_status',
    'pull_request_target',
]);
const DEPENDABOT = 'dependabot[bot]';
const OIDC_URL = 'ACTIONS_ID_TOKEN_REQUEST_URL';
const OIDC_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';
/** Reads the runner's variables and the event's payload. Never throws. */
async function readJob(env, host) {
    const read = (name) => variable(env, name);
    const event = await readEvent(read('GITHUB_EVENT_PATH'));
    const serverUrl = read('GITHUB_SERVER_URL') ?? 'https://github.com';
    return {
        runsInActions: read('GITHUB_ACTIONS') === 'true',
        eventName: read('GITHUB_EVENT_NAME'),
        withholding: withholding(env, event),
        actor: read('GITHUB_ACTOR'),
        repository: read('GITHUB_REPOSITORY'),
        repositoryOwner: read('GITHUB_REPOSITORY_OWNER'),
        workflowRef: read('GITHUB_WORKFLOW_REF'),
        workflowSha: read('GITHUB_WORKFLOW_SHA'),
        sha: read('GITHUB_SHA'),
        runId: read('GITHUB_RUN_ID'),
        runAttempt: read('GITHUB_RUN_ATTEMPT'),
        jobId: read('GITHUB_JOB'),
        serverUrl,
        apiUrl: read('GITHUB_API_URL') ?? 'https://api.github.com',
        isEnterpriseServer: isEnterpriseServer(serverUrl),
        runnerOs: job_oneOf(read('RUNNER_OS'), ['Linux', 'Windows', 'macOS']),
        runnerEnvironment: job_oneOf(read('RUNNER_ENVIRONMENT'), ['github-hosted', 'self-hosted']),
        isWsl: host.platform === 'linux' && /microsoft/i.test(host.release),
        isContainer: host.platform === 'linux' && ((await exists('/.dockerenv')) || (await exists('/run/.containerenv'))),
        workspace: read('GITHUB_WORKSPACE'),
        oidc: readOidc(env),
        oidcLacks: [OIDC_URL, OIDC_TOKEN].filter((name) => variable(env, name) === undefined),
        debug: read('RUNNER_DEBUG') === '1',
    };
}
function withholding(env, event) {
    const eventName = variable(env, 'GITHUB_EVENT_NAME') ?? '';
    const actor = variable(env, 'GITHUB_ACTOR');
    if (DEPENDABOT_EVENTS.has(eventName) && (actor === DEPENDABOT || event.sender === DEPENDABOT))
        return 'dependabot';
    if (!FORK_EVENTS.has(eventName) || !event.isPullRequest)
        return undefined;
    const base = event.baseRepository ?? variable(env, 'GITHUB_REPOSITORY');
    return event.headRepository === base ? undefined : 'fork-pull-request';
}
/** GitHub.com and GitHub Enterprise Cloud with data residency (`*.ghe.com`) are not servers of one's own. */
function isEnterpriseServer(serverUrl) {
    const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : '';
    return host !== '' && host !== 'github.com' && !host.endsWith('.ghe.com');
}
/** Both variables are there only with `id-token: write`. */
function readOidc(env) {
    const requestUrl = variable(env, OIDC_URL);
    const requestToken = variable(env, OIDC_TOKEN);
    if (requestUrl === undefined || requestToken === undefined)
        return undefined;
    return { requestUrl, requestToken: new src_secret/* Secret */.z(requestToken) };
}
function job_oneOf(text, values) {
    return values.find((value) => value === text);
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./src/gather/region.ts


/**
 * The region whose STS is asked: the input, AWS_REGION, AWS_DEFAULT_REGION, the profile's. The two variables that
 * disagree are worth a word: version 1 of the AWS CLI and boto3 read AWS_DEFAULT_REGION alone.
 */
function chooseRegion(settings, env, profile) {
    const variables = ['AWS_REGION', 'AWS_DEFAULT_REGION'].flatMap((name) => located(variable(env, name), name));
    const ranked = [
        ...located(settings.region, 'the input aws-region'),
        ...variables,
        ...(profile === undefined ? [] : located(setting(profile, 'region'), whereIs(profile, 'region'))),
    ];
    const chosen = ranked[0];
    if (chosen === undefined)
        return undefined;
    return { ...chosen, disagreeing: variables.find((other) => other.value !== chosen.value) };
}
/**
 * An STS endpoint from the environment or the profile
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html): the service's own before the general
 * one, the environment before the profile.
 */
function configuredEndpoint(env, profile, config) {
    const ignored = variable(env, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS') ?? region_fromProfile(profile, 'ignore_configured_endpoint_urls');
    if (ignored?.toLowerCase() === 'true')
        return undefined;
    const ranked = [
        ...['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'].flatMap((name) => located(variable(env, name), name)),
        ...servicesEndpoint(profile, config),
        ...(profile === undefined ? [] : located(setting(profile, 'endpoint_url'), whereIs(profile, 'endpoint_url'))),
    ];
    return ranked[0];
}
/** AWS_USE_FIPS_ENDPOINT or AWS_USE_DUALSTACK_ENDPOINT, else the profile's setting of the same name in small letters. */
function endpointSwitch(env, profile, name) {
    const variableName = `AWS_${name.toUpperCase()}`;
    if (variable(env, variableName) !== undefined)
        return isOn(env, variableName);
    return region_fromProfile(profile, name)?.toLowerCase() === 'true';
}
function servicesEndpoint(profile, config) {
    const name = region_fromProfile(profile, 'services');
    if (name === undefined)
        return [];
    const value = config.sections.get(`services ${name}`)?.settings.get('sts')?.nested.get('endpoint_url');
    return located(value, `endpoint_url of sts in [services ${name}] in ${config.files.config.shown}`);
}
function region_fromProfile(profile, key) {
    return profile === undefined ? undefined : setting(profile, key);
}
function located(value, from) {
    return value === undefined || value === '' ? [] : [{ value, from }];
}

;// CONCATENATED MODULE: ./src/gather/ini.ts
/**
 * Reads the shared config and credentials files as the AWS CLI does: Python's configparser decides what a line is
 * (https://docs.python.org/3/library/configparser.html#supported-ini-file-structure). The `ini` package unquotes values, splits headings
 * at dots and drops comments behind values, so it would hide the very faults that are looked for. Total: faults are collected, what can be read is read.
 */
function parseIni(text) {
    const scan = { sections: [], faults: [], headings: new Map(), setting: undefined, indent: 0 };
    let rest = text;
    if (rest.startsWith('\uFEFF')) {
        scan.faults.push({ line: 1, why: 'starts with a byte order mark', cause: 'byte-order-mark' });
        rest = rest.slice(1);
    }
    for (const [index, line] of rest.split(/\r\n|\n|\r/).entries())
        readLine(scan, line, index + 1);
    return scan;
}
function readLine(scan, line, number) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';'))
        return;
    const indent = line.length - line.trimStart().length;
    if (scan.setting !== undefined && indent > scan.indent) {
        continueValue(scan.setting, trimmed);
        return;
    }
    scan.indent = indent;
    if (trimmed.startsWith('[') && trimmed.includes(']'))
        openSection(scan, trimmed, number);
    else
        readSetting(scan, trimmed, number);
}
function continueValue(setting, trimmed) {
    setting.value += `\n${trimmed}`;
    const pair = splitSetting(trimmed);
    if (pair !== undefined)
        setting.nested.set(pair.name, pair.value);
}
function openSection(scan, trimmed, line) {
    const name = trimmed.slice(1, trimmed.lastIndexOf(']')).trim();
    const first = scan.headings.get(name);
    if (first === undefined)
        scan.headings.set(name, line);
    else
        scan.faults.push({ line, why: `has the same heading twice, first in line ${first}`, cause: 'heading-twice' });
    scan.sections.push({ name, line, settings: new Map() });
    scan.setting = undefined;
}
function readSetting(scan, trimmed, line) {
    const section = scan.sections.at(-1);
    const pair = splitSetting(trimmed);
    scan.setting = undefined;
    if (pair === undefined) {
        scan.faults.push({ line, why: 'has a line that is neither a [heading] nor a "name = value"', cause: 'line' });
    }
    else if (section === undefined) {
        scan.faults.push({ line, why: 'has a setting before the first [heading]', cause: 'line' });
    }
    else {
        const first = section.settings.get(pair.name)?.line;
        if (first !== undefined) {
            const why = `has the same setting twice under one heading, first in line ${first}`;
            scan.faults.push({ line, why, cause: 'setting-twice' });
        }
        scan.setting = { value: pair.value, line, nested: new Map() };
        section.settings.set(pair.name, scan.setting);
    }
}
function splitSetting(trimmed) {
    const at = trimmed.search(/[=:]/);
    if (at < 1)
        return undefined;
    return { name: trimmed.slice(0, at).trim().toLowerCase(), value: trimmed.slice(at + 1).trim() };
}

;// CONCATENATED MODULE: ./src/gather/shared-config.ts




/** Reads both files. Never throws: what is wrong with them is in `problems`. */
async function loadSharedConfig(env, host) {
    const config = place(env, host, 'AWS_CONFIG_FILE', 'config');
    const credentials = place(env, host, 'AWS_SHARED_CREDENTIALS_FILE', 'credentials');
    const [configRead, credentialsRead] = await Promise.all([readIni(config), readIni(credentials)]);
    const draft = { profiles: new Map(), sections: new Map(), misplaced: new Map() };
    for (const section of configRead.ini.sections)
        addConfigSection(draft, section, config.shown);
    for (const section of credentialsRead.ini.sections)
        addCredentialsSection(draft, section, credentials.shown);
    return {
        ...draft,
        files: {
            config: { ...config, exists: configRead.exists },
            credentials: { ...credentials, exists: credentialsRead.exists },
        },
        problems: [...configRead.problems, ...credentialsRead.problems],
    };
}
function place(env, host, name, file) {
    const named = variable(env, name);
    const path = named === undefined ? (0,external_node_path_.join)(host.homedir, '.aws', file) : (0,files/* expandHome */.kc)(named, host.homedir);
    return { path, shown: (0,files/* displayPath */.Gt)(path, host.homedir), namedBy: named === undefined ? undefined : name };
}
async function readIni(from) {
    const none = { sections: [], faults: [] };
    const read = await (0,files/* readText */.yR)(from.path, files/* MAX_SHARED_FILE_BYTES */.qJ);
    const problem = { kind: 'credentials-file-invalid', file: from.shown, namedBy: from.namedBy };
    if (read.kind === 'absent')
        return { ini: none, exists: false, problems: [] };
    if (read.kind === 'unreadable') {
        const { why, fault: cause } = read;
        const stops = cause === 'size' ? 'this check' : 'every tool';
        return { ini: none, exists: true, problems: [{ ...problem, line: undefined, why, cause, stops }] };
    }
    const ini = parseIni(read.text);
    const [first] = ini.faults;
    const problems = first === undefined ? [] : [{ ...problem, ...first, stops: 'the AWS CLI and boto3' }];
    return { ini, exists: true, problems };
}
/** The config file knows `[default]`, `[profile NAME]`, `[sso-session NAME]` and `[services NAME]`. */
function addConfigSection(draft, section, file) {
    const [first = '', ...others] = section.name.split(/\s+/);
    const name = unquote(others.join(' '));
    if (section.name === 'default')
        addProfile(draft, 'default', section, file);
    else if (first === 'profile' && name !== '')
        addProfile(draft, name, section, file);
    else if (name !== '')
        draft.sections.set(`${first} ${name}`, section);
    else
        draft.misplaced.set(section.name, { heading: `[${(0,files/* displayName */.QC)(section.name)}]`, file, line: section.line });
}
/** The credentials file takes every heading as a profile's name, `[profile prod]` included, which is then named `profile prod`. */
function addCredentialsSection(draft, section, file) {
    addProfile(draft, section.name, section, file);
    const meant = /^profile\s+(\S.*)$/.exec(section.name)?.[1];
    if (meant !== undefined) {
        draft.misplaced.set(unquote(meant), { heading: `[${(0,files/* displayName */.QC)(section.name)}]`, file, line: section.line });
    }
}
function addProfile(draft, name, section, file) {
    const profile = draft.profiles.get(name) ?? new Map();
    const heading = (0,files/* displayName */.QC)(section.name);
    for (const [key, setting] of section.settings) {
        profile.set(key, { ...setting, file, heading, where: `${(0,files/* displayName */.QC)(key)} of [${heading}] in ${file}` });
    }
    draft.profiles.set(name, profile);
}
function unquote(name) {
    return /^(["'])(.*)\1$/.exec(name)?.[2] ?? name;
}

;// CONCATENATED MODULE: ./src/gather/gather.ts








/** Where a profile or a web identity needs STS when no region is set anywhere: the region AWS tools fall back on. */
const gather_FALLBACK_REGION = 'us-east-1';
/**
 * Finds the credentials to check, where each value stands, and what surrounds them. Never throws; every wait ends
 * with `deadline`. Nothing of the AWS SDK is loaded for credentials in inputs, variables, files, processes, containers or instances.
 *
 * @param connect - makes the SDK's way to the network (proxy, root certificates) for the sources that ask STS
 */
async function gather(settings, env, host, deadline, connect) {
    const [job, config] = await Promise.all([readJob(env, host), loadSharedConfig(env, host)]);
    const profile = chooseProfile(settings, env);
    const data = config.profiles.get(profile.name);
    const region = chooseRegion(settings, env, data);
    const endpoint = configuredEndpoint(env, data, config);
    const network = readNetwork(env, data);
    const sts = {
        region: region?.value ?? gather_FALLBACK_REGION,
        endpoint: settings.stsEndpoint?.href ?? endpoint?.value,
        requestHandler: connect?.(network),
    };
    const choice = await choose(settings, profile, job, { env, host, config, sts, deadline });
    return {
        ...choice,
        profileNamedBy: profile.namedBy,
        ...findCandidates(env, config, profile, choice.credentials),
        region,
        endpoint,
        fips: endpointSwitch(env, data, 'use_fips_endpoint'),
        dualStack: endpointSwitch(env, data, 'use_dualstack_endpoint'),
        expirations: statedExpirations(choice.credentials, env),
        job,
        network,
        secretsToMask: secretsToMask(settings, env, choice.credentials, network),
    };
}
/** The environment's expirations speak of the environment's session: they count for inputs only when those hold the same key. */
function statedExpirations(credentials, env) {
    if (credentials === undefined)
        return [];
    const isSameKey = credentials.accessKeyId?.equals(fromEnvironment(env)?.accessKeyId) === true;
    const added = credentials.source === 'inputs' && isSameKey ? environmentExpirations(env) : [];
    return [...credentials.expirations, ...added];
}
function secretsToMask(settings, env, credentials, network) {
    const held = [settings, credentials].flatMap((values) => [
        values?.accessKeyId,
        values?.secretAccessKey,
        values?.sessionToken,
    ]);
    const all = [...held, settings.githubToken, ...secretVariables(env), ...proxyPasswords(network)];
    const distinct = new Map(all.flatMap((secret) => (secret === undefined ? [] : [[secret.reveal(), secret]])));
    return [...distinct.values()];
}

// EXTERNAL MODULE: ./src/read/signature-window.ts
var signature_window = __nccwpck_require__(3503);
;// CONCATENATED MODULE: ./src/pipeline/peel.ts


/**
 * Peels faults off one at a time: each is repaired in memory and STS is asked again, so that one run names them all,
 * and each is confirmed where STS then accepts or refuses for another reason.
 */
async function peel(start, peeling) {
    const before = takeBefore({ attempt: start, answer: undefined, answers: [], found: [], refuted: [] }, peeling);
    if (before.blocked || before.state.attempt === undefined)
        return before.state;
    let state = await question(before.state, before.state.attempt, peeling);
    for (;;) {
        if (state.answer?.kind !== 'refused')
            return takeAll(confirmAll(state), peeling, phaseOf(state.answer));
        const next = takeFirst(state, peeling);
        if (next === undefined)
            return state;
        if (next.repaired === undefined)
            return takeAll(next.state, peeling, 'refused', (entry) => entry.evident);
        const asked = await question(next.state, next.repaired, peeling);
        if (asked.answer?.kind === 'unanswered' && !next.entry.hypothesis) {
            // Silence takes nothing from the refusal: the cause stands, unconfirmed, and nothing more can be excluded.
            return takeAll({ ...next.state, answers: asked.answers }, peeling, 'refused', (entry) => entry.evident);
        }
        state = settle(state, asked, next.entry);
    }
}
function phaseOf(answer) {
    return answer?.kind === 'accepted' ? 'accepted' : 'unanswered';
}
/** Faults that need no answer. One that cannot be repaired blocks all asking. */
function takeBefore(start, peeling) {
    let state = start;
    let blocked = false;
    for (const entry of peeling.catalogue) {
        if (!entry.phases.includes('before'))
            continue;
        const found = examine(entry, state, peeling);
        if (found === undefined)
            continue;
        const repaired = peeling.mayAsk(0) ? repair(found, state.attempt, peeling) : undefined;
        state = {
            ...state,
            attempt: repaired ?? state.attempt,
            found: [...state.found, { ...found, repaired: repaired !== undefined }],
        };
        blocked ||= repaired === undefined;
    }
    return { state, blocked };
}
/** The first fault that explains the refusal, with the repaired attempt where there is one to ask. */
function takeFirst(state, peeling) {
    const mayAsk = peeling.mayAsk(state.answers.length);
    for (const entry of peeling.catalogue) {
        if (!entry.phases.includes('refused') || state.refuted.includes(entry) || (entry.hypothesis && !mayAsk))
            continue;
        const found = examine(entry, state, peeling);
        if (found === undefined)
            continue;
        const repaired = mayAsk ? repair(found, state.attempt, peeling) : undefined;
        if (entry.hypothesis && repaired === undefined)
            continue;
        const all = [...state.found, { ...found, repaired: repaired !== undefined }];
        return { state: { ...state, found: all }, entry, repaired };
    }
    return undefined;
}
/** Confirms the cause, or drops it where it was a guess that the new answer does not bear out. */
function settle(previous, asked, entry) {
    const changed = asked.answer !== undefined && isOtherAnswer(previous.answer, asked.answer);
    if (!changed && entry.hypothesis) {
        return { ...previous, answers: asked.answers, refuted: [...previous.refuted, entry] };
    }
    if (!changed)
        return asked;
    const last = asked.found.length - 1;
    return { ...asked, found: asked.found.map((one, index) => (index === last ? { ...one, confirmed: true } : one)) };
}
/** Accepted, or refused for another reason. That an endpoint serves another region says nothing of the cause. */
function isOtherAnswer(before, after) {
    if (after.kind === 'accepted')
        return true;
    if (after.kind !== 'refused' || before?.kind !== 'refused')
        return false;
    const [was, is] = [kindOf(before), kindOf(after)];
    return was !== is && is !== 'scope' && is !== 'other';
}
function kindOf(answer) {
    return (0,refusal/* readRefusal */.ni)(answer.code, answer.message.reveal());
}
/** Acceptance bears out every repair that led to it. */
function confirmAll(state) {
    if (state.answer?.kind !== 'accepted')
        return state;
    return { ...state, found: state.found.map((one) => ({ ...one, confirmed: one.confirmed || one.repaired })) };
}
function takeAll(state, peeling, phase, also = () => true) {
    return peeling.catalogue
        .filter((entry) => entry.phases.includes(phase) && also(entry))
        .reduce((current, entry) => {
        const found = examine(entry, current, peeling);
        return found === undefined ? current : { ...current, found: [...current.found, found] };
    }, state);
}
async function question(state, attempt, peeling) {
    const answer = await peeling.ask(attempt);
    const asked = { ...state, attempt, answer, answers: [...state.answers, answer] };
    if (!isStale(answer) || !peeling.mayAsk(asked.answers.length))
        return asked;
    // The signature expired on the way, which says nothing of the credentials: a fresh one, once.
    const again = await peeling.ask(attempt);
    return { ...asked, answer: again, answers: [...asked.answers, again] };
}
function isStale(answer) {
    return answer.kind === 'refused' && kindOf(answer) === 'time' && (0,signature_window/* wasHeldBack */.ow)(answer.message.reveal(), answer.clock);
}
/** One entry of the catalogue held against the evidence; each fault is found once. */
function examine(entry, state, peeling) {
    if (state.found.some(({ occurrence }) => occurrence.id === entry.id))
        return undefined;
    return peeling.guard(entry.id, () => {
        const evidence = peeling.evidence(state.attempt, state.answers, state.found);
        const current = { ...evidence, answer: state.answer };
        const occurrence = entry.examine(current);
        return occurrence && takeDown(occurrence, current);
    });
}
/** Also for the phases outside of peeling. */
function takeDown(occurrence, evidence) {
    return {
        occurrence,
        explanation: occurrence.describe(evidence),
        subject: occurrence.subject(evidence),
        confirmed: false,
        repaired: false,
    };
}
function repair(found, attempt, peeling) {
    return attempt && peeling.guard(`the repair of ${found.occurrence.id}`, () => found.occurrence.repair?.(attempt));
}

;// CONCATENATED MODULE: ./src/pipeline/network-settings.ts
/** What gather found of the way out, in the form in which ask takes it. */
function networkSettings(network, env) {
    const { caBundle } = network;
    return { env, caBundle: caBundle && { variable: caBundle.from, path: caBundle.value } };
}

// EXTERNAL MODULE: ./src/read/placeholder.ts
var placeholder = __nccwpck_require__(9925);
;// CONCATENATED MODULE: ./src/report/scrub.ts

/** So much of a secret's beginning turns up in no other text by chance; what is shorter may be part of any word. */
const TELLING = 16;
const HIDDEN = '***';
/** Whosever it is: four characters at either end tell it well enough. */
const KEY_ID = /(A[KS]IA)[A-Z0-9]{12}([A-Z0-9]{4})(?![A-Z0-9])/gi;
/**
 * The last line of defence: a secret that was pasted where a name or a region belongs would be quoted in a finding,
 * whole or cut short. Every text within `value` loses each known secret, each line of one, and the middle of key IDs.
 */
function scrub(value, secrets) {
    const lines = secrets.flatMap((secret) => secret.reveal().split(/[\r\n]+/)).map((line) => withoutName(line.trim()));
    const telling = [...new Set(lines)].filter((line) => line.length >= TELLING && !isNoSecret(line));
    return deeply(value, (text) => telling.reduce(without, text).replace(KEY_ID, '$1…$2'));
}
/** A variable's name came along with its value: the name has to be told, and is no secret. */
function withoutName(line) {
    const value = /^(?:[a-z]{1,8} |\$env:)?[A-Za-z]{1,20}(?:_[A-Za-z]{1,20}){1,6} ?[=:] ?(.*)$/.exec(line)?.[1] ?? '';
    return value.length >= TELLING ? value : line;
}
/** What stands in a secret's place, and in our own prose too: `${{ … }}`, a variable's name. */
function isNoSecret(text) {
    return (0,placeholder/* readPlaceholder */.Q)(text) !== undefined || /^[A-Z]+(?:_[A-Z]+)+$/.test(text);
}
function deeply(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((one) => deeply(one, change));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, deeply(one, change)]));
}
/** As much of the secret as stands there, from its beginning; a host's name turns it into small letters. */
function without(text, secret) {
    const [seen, sought] = [small(text), small(secret)];
    const head = sought.slice(0, TELLING);
    let result = '';
    let from = 0;
    for (let at = seen.indexOf(head); at !== -1; at = seen.indexOf(head, from)) {
        let length = TELLING;
        while (length < sought.length && seen[at + length] === sought[length])
            length += 1;
        result += text.slice(from, at) + HIDDEN;
        from = at + length;
    }
    return result + text.slice(from);
}
/** ASCII alone, so that every character keeps its place. */
function small(text) {
    return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// EXTERNAL MODULE: ./src/read/facts.ts + 1 modules
var read_facts = __nccwpck_require__(2975);
// EXTERNAL MODULE: ./src/read/stray-characters.ts + 3 modules
var stray_characters = __nccwpck_require__(3640);
;// CONCATENATED MODULE: ./src/pipeline/secret-forms.ts



/** The values as they were asked, and without the strays that came along: a log may show either. */
function secretForms(start, { attempt, answers }) {
    const attempts = [start, attempt, ...answers.map((answer) => answer.attempt)];
    return attempts.flatMap((one) => one === undefined
        ? []
        : read_facts/* FIELDS */.c.flatMap((field) => {
            const value = one[field];
            const stray = value && (0,stray_characters/* readStray */.WV)(value.reveal(), field);
            return value === undefined ? [] : [value, ...(stray === undefined ? [] : [new src_secret/* Secret */.z(stray.repaired)])];
        }));
}

// EXTERNAL MODULE: ./src/ask/get-caller-identity.ts
var get_caller_identity = __nccwpck_require__(2704);
// EXTERNAL MODULE: ./src/read/session.ts
var read_session = __nccwpck_require__(5376);
;// CONCATENATED MODULE: ./src/pipeline/evidence-from.ts

/** Puts together what is known at one moment; pure, and made anew after every repair and every answer. */
function evidenceFrom(known) {
    const { settings, gathered, attempt, facts, answers, role, found, now } = known;
    const answer = answers.at(-1);
    const clock = bestClock([...answers, ...(role?.answers ?? [])]);
    const session = (0,read_session/* readSession */.lx)({
        isTemporary: facts !== undefined && facts.accessKeyId.kind !== 'long-term',
        localNow: now,
        clock,
        expiresAt: settings.expiresAt,
        stated: gathered.expirations,
        token: facts?.sessionToken,
        identity: answer?.kind === 'accepted' ? answer.identity : undefined,
    });
    return {
        settings,
        gathered,
        attempt,
        facts,
        answer,
        clock,
        session,
        role,
        found: found.map(({ id }) => id),
        hasError: found.some(({ severity }) => severity === 'error'),
    };
}
/** The most exact of the measurements. A refusal that contradicted the `Date` header discredits the others. */
function bestClock(answers) {
    const clocks = answers.flatMap(({ clock }) => (clock === undefined ? [] : [clock]));
    return (clocks.find(({ basis }) => basis === 'message-over-date') ??
        clocks.reduce((best, clock) => (best === undefined || clock.uncertaintySeconds < best.uncertaintySeconds ? clock : best), undefined));
}

;// CONCATENATED MODULE: ./src/pipeline/make-peeling.ts



/** Five questions are enough for four faults behind one another, and no more than a person would ask. */
const MOST_QUESTIONS = 5;
/** What peeling needs of this run. Pieces that throw are told in `internalErrors`. */
function makePeeling(settings, world, gathered, connection, catalogue, internalErrors) {
    const factsOf = readOnce();
    return {
        catalogue,
        ask: (attempt) => (0,get_caller_identity/* getCallerIdentity */.e)(connection, attempt),
        evidence: (attempt, answers, found, role) => evidenceFrom({
            settings,
            gathered,
            attempt,
            facts: attempt && factsOf(attempt),
            answers,
            role,
            found: found.map(({ occurrence }) => occurrence),
            now: world.now(),
        }),
        mayAsk: (questions) => settings.confirm && questions < MOST_QUESTIONS && world.deadline.remaining() > 0,
        guard: (what, work) => {
            try {
                return work();
            }
            catch (error) {
                // Only the kind of error: its message may quote a value.
                internalErrors.push(`${what}: ${error instanceof Error ? error.name : 'unknown error'}`);
                return undefined;
            }
        },
    };
}
/** Every entry of the catalogue looks at the same values: an attempt is read once. */
function readOnce() {
    const known = new WeakMap();
    return (attempt) => {
        const facts = known.get(attempt) ?? (0,read_facts/* readFacts */.M)(attempt);
        known.set(attempt, facts);
        return facts;
    };
}

// EXTERNAL MODULE: ./src/read/role-arn.ts
var role_arn = __nccwpck_require__(8932);
;// CONCATENATED MODULE: ./src/pipeline/role-stage.ts





/** The role is proved where one is asked for and its ARN is one; what explains a refusal loads only then. */
async function roleStage(settings, gathered, connection, peeled) {
    const arn = settings.roleToAssume === undefined ? undefined : (0,role_arn/* readRoleArn */.e)(settings.roleToAssume);
    if (arn?.ok !== true || isElsewhere(arn.partition, gathered, peeled))
        return { role: undefined, secrets: [] };
    const { proveRole } = await __nccwpck_require__.e(/* import() */ 601).then(__nccwpck_require__.bind(__nccwpck_require__, 9601));
    const region = peeled.attempt?.region ?? regionToAsk(gathered);
    const proof = await proveRole({
        role: arn,
        audience: settings.audience,
        oidc: gathered.job.oidc && { ...gathered.job.oidc, isNear: isNear(gathered.job.oidc.requestUrl) },
        chainFrom: peeled.answer?.kind === 'accepted' ? peeled.answer : undefined,
        region,
        endpoint: peeled.attempt?.endpoint ?? endpointFor(region, settings, gathered),
        connection,
    });
    if (proof.role?.answer?.kind !== 'refused' || settings.trustPolicy === undefined)
        return proof;
    const { readTrustPolicyText } = await __nccwpck_require__.e(/* import() */ 648).then(__nccwpck_require__.bind(__nccwpck_require__, 648));
    const { workspace = '.' } = gathered.job;
    const read = await readTrustPolicyText(settings.trustPolicy, workspace);
    const trustPolicy = 'text' in read ? read : { ...read, path: (0,external_node_path_.resolve)(workspace, settings.trustPolicy) };
    return { ...proof, role: { ...proof.role, trustPolicy } };
}
/** In another partition than the region: `role-arn-invalid` tells it, and nothing that could be asked would say more. */
function isElsewhere(partition, gathered, { attempt, found }) {
    // Where the region itself is the fault, it says nothing against the role.
    if (found.some(({ occurrence: { id } }) => id === 'region-invalid' || id === 'partition-mismatch'))
        return false;
    const region = attempt?.region ?? gathered.region?.value;
    const asked = region === undefined ? undefined : (0,read_region/* readRegion */.XP)(region).partition;
    return asked !== undefined && asked !== partition;
}
/** A runner of one's own may hand tokens out on its own network; GitHub's is https. */
function isNear(requestUrl) {
    const url = URL.parse(requestUrl);
    return url !== null && (0,reach/* reachOf */.x)(url.hostname) !== 'public';
}

;// CONCATENATED MODULE: ./src/preflight.ts











/** Checks the credentials that a job has, once through: gather, read, ask and diagnose, report. Never throws for what it meets. */
async function preflight(settings, world, loadCatalogue = () => __nccwpck_require__.e(/* import() */ 899).then(__nccwpck_require__.bind(__nccwpck_require__, 3899))) {
    const catalogue = loadCatalogue();
    const gathered = await gather(settings, world.env, world.host, world.deadline.signal, (network) => (0,sdk_handler/* sdkRequestHandler */.M)((0,transport/* createSend */.Rx)(networkSettings(network, world.env)), world.deadline, undefined, () => undefined));
    const connection = connect(gathered, world);
    const internalErrors = [];
    const peeling = makePeeling(settings, world, gathered, connection, (await catalogue).CATALOGUE, internalErrors);
    const start = firstAttempt(settings, gathered);
    const peeled = await peel(start, peeling);
    const { role, secrets } = await roleStage(settings, gathered, connection, peeled);
    const found = finish(peeling, peeled, role);
    const evidence = peeling.evidence(peeled.attempt, peeled.answers, found, role);
    const unchecked = mayHide(internalErrors, peeling.catalogue);
    const { report, subjects } = compileReport({ settings, gathered, start, peeled, found, role, evidence, unchecked });
    const known = [...gathered.secretsToMask, ...secretForms(start, peeled), ...secrets];
    return { report: scrub(report, known), gathered, subjects, secrets: known, internalErrors };
}
/** A piece that failed leaves its fault unseen, unless it only gives advice. */
function mayHide(internalErrors, catalogue) {
    const advice = catalogue.filter(({ severity }) => severity === 'warning' || severity === 'notice');
    return internalErrors.some((error) => !advice.some(({ id }) => error.startsWith(`${id}:`)));
}
/** What holds whether or not STS accepted: the clock, the sources, the endpoint; and what the role's proof gave. */
function finish(peeling, peeled, role) {
    let found = peeled.found;
    for (const phase of ['role', 'end']) {
        if (phase === 'role' && role === undefined)
            continue;
        for (const entry of peeling.catalogue.filter(({ phases }) => phases.includes(phase))) {
            if (found.some(({ occurrence }) => occurrence.id === entry.id))
                continue;
            const one = peeling.guard(entry.id, () => {
                const now = peeling.evidence(peeled.attempt, peeled.answers, found, role);
                // In the role's own phase, what STS said of the role is what is to be explained.
                const evidence = { ...now, answer: phase === 'role' ? (role?.answer ?? role?.check) : peeled.answer };
                const occurrence = entry.examine(evidence);
                const one = occurrence && takeDown(occurrence, evidence);
                // The role's credentials were accepted once they were signed with AWS's own time.
                const confirmed = phase === 'role' && entry.id === 'clock-skew' && isAcceptedWithTime(role);
                return one && { ...one, confirmed };
            });
            if (one !== undefined)
                found = [...found, one];
        }
    }
    return found;
}
/** `check` beside an identity is the refusal that AWS's own time overcame. */
function isAcceptedWithTime(role) {
    return role?.check !== undefined && role.identity !== undefined;
}
function connect(gathered, { deadline, env, onSent }) {
    const network = networkSettings(gathered.network, env);
    return { deadline, send: (0,transport/* createSend */.Rx)(onSent === undefined ? network : { ...network, onSent }) };
}

// EXTERNAL MODULE: ./src/report/conclusion.ts
var conclusion = __nccwpck_require__(4359);
;// CONCATENATED MODULE: ./src/report/report-json.ts
/** The report as the contract has it: of a finding, the fields that scripts may rely on, and none for the summary only. */
function reportJson(report) {
    const findings = report.findings.map(({ id, severity, title, explanation, evidence, fix, docs, confirmed }) => ({
        id,
        severity,
        title,
        explanation,
        evidence,
        fix,
        docs,
        confirmed,
    }));
    // For the closing line alone: JSON leaves out what is undefined.
    return JSON.stringify({ ...report, findings, provedRole: undefined });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./src/report/annotations.ts


/** The runner keeps ten of a type and cuts a message at 4,096 characters (actions/runner ExecutionContext.cs). */
const MOST_OF_A_TYPE = 10;
const LONGEST_MESSAGE = 4096;
const LONGEST_TITLE = 80;
/** One annotation a finding, in the report's order. */
function annotationsOf(report, lines, settings) {
    const count = { error: 0, warning: 0, notice: 0 };
    return report.findings.flatMap((finding, index) => {
        const type = annotationTypeOf(finding.severity, settings);
        count[type] += 1;
        if (count[type] > MOST_OF_A_TYPE)
            return [];
        const visible = (text) => harmless(settings.maskAccountId ? withoutAccountIds(text) : text);
        return [
            { type, title: cut(visible(finding.title), LONGEST_TITLE), message: fit(finding, visible), line: lines[index] },
        ];
    });
}
/**
 * The whole text. Where it is too long, long lines are shortened, then the last pieces of evidence and the last fixes
 * go: what is wrong, the first thing to change and the link always stay.
 */
function fit(finding, visible) {
    const whole = visible(annotations_textOf(finding));
    if (isShort(whole))
        return whole;
    let { evidence, fix } = finding;
    for (;;) {
        const longest = evidence.length > 1 || fix.length > 1 ? LONG_LINE : SHORT_LINE;
        const message = visible(annotations_textOf(shortened({ ...finding, evidence, fix }, longest)));
        if (isShort(message))
            return message;
        if (evidence.length > 1)
            evidence = evidence.slice(0, -1);
        else if (fix.length > 1)
            fix = fix.slice(0, -1);
        else
            return cut(message, LONGEST_MESSAGE / 3);
    }
}
/** Even if every character has to be escaped, three of the shorter ones leave room for the link. */
const LONG_LINE = 900;
const SHORT_LINE = 300;
function shortened(finding, longest) {
    const short = (line) => cut(line, longest);
    const { explanation, evidence, fix } = finding;
    return { ...finding, explanation: short(explanation), evidence: evidence.map(short), fix: fix.map(short) };
}
function isShort(message) {
    return escapedLength(message) <= LONGEST_MESSAGE;
}
/** As the toolkit escapes a command's data: %, CR and LF become three characters. */
function escapedLength(message) {
    return message.length + 2 * (message.match(/[%\r\n]/g)?.length ?? 0);
}
/** What is wrong, how we know, what to change, where to read more. */
function annotations_textOf(finding) {
    const confirmed = finding.confirmed ? ['Confirmed: with this one thing put right, STS went on.'] : [];
    return [
        finding.explanation,
        '',
        'How we know:',
        ...[...finding.evidence, ...confirmed].map((line) => `- ${line}`),
        '',
        'What to change:',
        ...finding.fix.map((line) => `- ${line}`),
        '',
        `Read more: ${finding.docs}`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/report/closing-line.ts
/** The last line of the log: positive and factual when all is well, else the count and the first thing to fix. */
function closingLine(report) {
    const { verdict, identity, session, findings, provedRole } = report;
    switch (verdict) {
        case 'ok': {
            const who = identity === null ? 'the credentials' : `\`${identity.arn}\` in account ${identity.account}`;
            const role = provedRole === undefined ? '' : `, and the role \`${provedRole}\` can be assumed`;
            return `Authenticated as ${who}${left(session.secondsRemaining)}${role}.`;
        }
        case 'skipped':
            return 'Skipped: GitHub withholds the secrets from this event by design.';
        case 'unknown':
            return 'Could not check the AWS credentials: they are neither good nor bad.';
        case 'bad': {
            if (findings[0]?.id === 'usage')
                return 'The AWS credentials were not checked: correct the inputs first.';
            const errors = findings.filter(({ severity }) => severity === 'error').length;
            return `The AWS credentials are not fit for use: ${errors} ${errors === 1 ? 'thing' : 'things'} to fix.`;
        }
    }
}
function left(seconds) {
    if (seconds === null || seconds < 0)
        return '';
    const minutes = Math.floor(seconds / 60);
    return minutes >= 60 ? `, ${Math.floor(minutes / 60)} h ${minutes % 60} min left` : `, ${minutes} min left`;
}

// EXTERNAL MODULE: ./src/report/plain-text.ts
var plain_text = __nccwpck_require__(6676);
;// CONCATENATED MODULE: ./src/report/terminal.ts




const STYLE = {
    error: ['✗', 'red'],
    unknown: ['?', 'yellow'],
    warning: ['!', 'yellow'],
    notice: ['i', 'cyan'],
};
/** The report for a person at a terminal. */
function terminalText(report, how) {
    const style = (format, text) => how.colour ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text;
    const visible = (text) => (0,plain_text/* harmless */.Is)(how.maskAccountId ? (0,plain_text/* withoutAccountIds */.IX)(text) : text);
    const block = (finding) => {
        const [mark, colour] = STYLE[finding.severity];
        const body = visible(annotations_textOf(finding)).replaceAll('\n', '\n  ');
        const snippet = finding.snippet === undefined
            ? ''
            : `\n\n    ${visible(finding.snippet.text).trimEnd().replaceAll('\n', '\n    ')}`;
        return `${style(['bold', colour], `${mark} ${visible(finding.title)}`)} [${finding.id}]\n  ${body}${snippet}\n`;
    };
    const colour = report.verdict === 'ok' ? 'green' : report.verdict === 'bad' ? 'red' : 'yellow';
    return [...report.findings.map(block), style(colour, visible(closingLine(report)).replaceAll('`', '')), ''].join('\n');
}

// EXTERNAL MODULE: ./src/diagnoses/docs.ts
var docs = __nccwpck_require__(3578);
// EXTERNAL MODULE: ./src/diagnoses/wording.ts
var wording = __nccwpck_require__(6741);
;// CONCATENATED MODULE: ./src/diagnoses/usage.ts


/** Bad input values, all of them in one finding: nothing is asked before they are right. */
function usageFinding(problems) {
    const [first] = problems;
    return {
        id: 'usage',
        severity: 'error',
        confirmed: false,
        title: problems.length === 1 && first !== undefined
            ? `The input ${first.input} has a value that cannot be used`
            : `${problems.length} inputs have values that cannot be used`,
        explanation: 'Nothing was sent to AWS.',
        evidence: problems.map(({ input, value }) => `${(0,wording/* quoted */.TL)(input)} is ${(0,wording/* quoted */.TL)(value)}`),
        fix: problems.map(({ input, allowed }) => `In this step, give ${(0,wording/* quoted */.TL)(input)} ${allowed}.`),
        docs: docs/* DOCS */.i.workflowSyntax,
    };
}

;// CONCATENATED MODULE: ./src/pipeline/usage-report.ts

/** The report of a run that asked nobody, because its inputs cannot be used. */
function usageReport(problems) {
    return { ...emptyReport(), verdict: 'bad', findings: [usageFinding(problems)] };
}
/** The report of a run that has looked at no credentials. */
function emptyReport() {
    return {
        schema: 1,
        verdict: 'unknown',
        findings: [],
        identity: null,
        credentials: { source: 'none', location: null, type: null, accessKeyId: null, account: null },
        clock: null,
        session: { expiresAt: null, secondsRemaining: null, issuedAt: null, issuedIn: null, endsBefore: null, basis: null },
        sts: { endpoint: null, region: null, requests: 0, requestIds: [] },
    };
}

;// CONCATENATED MODULE: ./src/command-line/credentials-json.ts
const FIELDS = [
    ['AccessKeyId', 'aws-access-key-id'],
    ['SecretAccessKey', 'aws-secret-access-key'],
    ['SessionToken', 'aws-session-token'],
    ['Expiration', 'expires-at'],
];
/**
 * Credentials as `aws configure export-credentials --format process` prints them, or as STS answers them within
 * `Credentials`. Undefined where the text is neither.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 */
function readCredentialsJson(text) {
    try {
        const parsed = JSON.parse(text);
        const outer = asRecord(parsed);
        const values = asRecord(outer?.['Credentials']) ?? outer;
        const given = FIELDS.flatMap(([field, input]) => {
            const value = values?.[field];
            return typeof value === 'string' && value !== '' ? [[input, value]] : [];
        });
        return given.length === 0 ? undefined : Object.fromEntries(given);
    }
    catch {
        return undefined;
    }
}
function asRecord(value) {
    return typeof value === 'object' && value !== null ? value : undefined;
}

;// CONCATENATED MODULE: ./src/command-line/help.ts
/** What each option takes, and what it does. */
const OPTIONS = {
    'aws-profile': ['NAME', 'check this profile; AWS_PROFILE otherwise'],
    'aws-region': ['REGION', 'ask STS in this region; AWS_REGION otherwise'],
    'allowed-account-ids': ['IDS', 'account IDs of 12 digits, with commas in between'],
    'expected-arn': ['PATTERN', 'who the credentials must be; * and ? match anything'],
    'min-remaining': ['DURATION', 'how long the session must still last: 45m, 1h30m, PT45M'],
    'expires-at': ['TIME', 'when the session ends, in RFC 3339'],
    'max-clock-skew': ['DURATION', 'how far the clock may be off (5m)'],
    'role-to-assume': ['ARN', 'prove that this role can be assumed, too'],
    audience: ['TEXT', 'audience of the OIDC token (sts.amazonaws.com)'],
    'trust-policy': ['FILE', "the role's trust policy, to name the condition that fails"],
    'sts-endpoint': ['URL', 'ask another STS endpoint'],
    confirm: ['BOOLEAN', 'prove each cause by asking again with it repaired (true)'],
    'on-missing': ['ACTION', 'fail or skip where GitHub withholds secrets (fail)'],
    'fail-on': ['SEVERITY', 'error, warning or never: what ends with a failure (error)'],
    'on-unknown': ['ACTION', 'fail or warn where nobody could tell (fail)'],
    timeout: ['DURATION', 'deadline of the whole run (30s)'],
    summary: ['WHEN', 'of jobs only: always, problems or never (problems)'],
    'mask-aws-account-id': ['BOOLEAN', 'mask account IDs in what is printed (false)'],
};
/** What --help prints. */
function helpText() {
    const rows = Object.entries(OPTIONS).map(([name, [value, meaning]]) => [`--${name} ${value}`, meaning]);
    const width = Math.max(...rows.map(([option]) => option.length));
    return `Usage: aws-credentials-preflight [check] [options]
       aws-credentials-preflight explain [--json] [FILE]

check asks AWS STS whether the credentials of this environment are accepted, and explains what is wrong where they are
not. explain reads an error that any AWS tool printed, from FILE or standard input, and names its likely causes; it
asks nobody.

Options of check, as the action's inputs of the same name:
${rows.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`).join('\n')}

  --stdin      read credentials from standard input, as JSON of the form that
               "aws configure export-credentials" prints
  --json       print the report, or the causes, as JSON
  --help       print this text
  --version    print the version

Options never carry secrets: keys come from the environment, a profile or standard input.

Exit status: 0 accepted or skipped, 1 not fit for use, 2 wrong usage, 3 could not be checked.
Of explain: 0 where it recognised something, 3 where not.
`;
}

;// CONCATENATED MODULE: ./src/command-line/options.ts



/** Every action input but those that hold secrets: an argument list is there for every process to read. */
const OPTION_NAMES = INPUT_NAMES.filter((name) => !SECRET_INPUTS.has(name) && name !== 'explain');
const FLAGS = ['json', 'stdin', 'help', 'version'];
/** Reads the arguments behind the program's name. Never throws. */
function readCommandLine(args) {
    const options = {
        ...Object.fromEntries(OPTION_NAMES.map((name) => [name, { type: 'string' }])),
        ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' }])),
    };
    const unknown = args.find((arg) => /^--[a-z]/.test(arg) && !(optionOf(arg) in options));
    if (unknown !== undefined)
        return { command: 'usage', problem: unknownOption(optionOf(unknown), Object.keys(options)) };
    try {
        const { values: parsed, positionals } = (0,external_node_util_.parseArgs)({ args: [...args], options, allowPositionals: true });
        const values = parsed;
        const [command = 'check', ...rest] = positionals;
        if (values['help'] === true)
            return { command: 'help' };
        if (values['version'] === true)
            return { command: 'version' };
        if (command === 'explain')
            return explainCommand(rest, values);
        if (command !== 'check' || rest.length > 0)
            return { command: 'usage', problem: 'the commands are check, which takes options only, and explain [FILE]' };
        const given = Object.entries(values).filter((pair) => typeof pair[1] === 'string');
        return {
            command: 'check',
            json: values['json'] === true,
            stdin: values['stdin'] === true,
            values: Object.fromEntries(given),
        };
    }
    catch (error) {
        // The parser's own message may quote the value; the option that it names is one of ours.
        const option = /'(?:-\w, )?(--[a-z-]+)/.exec(error instanceof Error ? error.message : '')?.[1];
        return {
            command: 'usage',
            problem: `${option ?? 'an option'} lacks its value, or has one that it does not take`,
        };
    }
}
function explainCommand(files, values) {
    const [file] = files;
    const other = Object.keys(values).find((name) => name !== 'json');
    if (other !== undefined)
        return { command: 'usage', problem: `explain does not take --${other}, only --json` };
    if (files.length > 1)
        return { command: 'usage', problem: 'explain takes one file, or reads standard input' };
    return { command: 'explain', json: values['json'] === true, file: file === '-' ? undefined : file };
}
function optionOf(arg) {
    return arg.slice(2).split('=')[0] ?? '';
}
function unknownOption(option, known) {
    if (SECRET_INPUTS.has(option)) {
        return `--${option} would put a secret into the list of processes: set it in the environment, in a profile, or hand it over with --stdin`;
    }
    const nearest = [...known].sort((a, b) => (0,mod/* distance */.Io)(option, a) - (0,mod/* distance */.Io)(option, b))[0] ?? '';
    const hint = (0,mod/* distance */.Io)(option, nearest) <= Math.ceil(option.length / 4) ? `; the nearest is --${nearest}` : '';
    return `there is no option --${option.slice(0, 40)}${hint}`;
}

;// CONCATENATED MODULE: ./src/command-line/run.ts












/** One run of the command line. Gives the exit status: 0 ok or skipped, 1 bad, 2 usage, 3 unknown. */
async function runCommandLine(terminal) {
    const line = readCommandLine(terminal.args);
    switch (line.command) {
        case 'help':
            terminal.print(helpText());
            return 0;
        case 'version':
            terminal.print(`${terminal.version}\n`);
            return 0;
        case 'usage':
            terminal.complain(`aws-credentials-preflight: ${line.problem}\nTry --help.\n`);
            return conclusion/* USAGE_EXIT_STATUS */.KI;
        case 'explain': {
            // Loaded for this command alone: a check has no use for it.
            const { runExplain } = await __nccwpck_require__.e(/* import() */ 388).then(__nccwpck_require__.bind(__nccwpck_require__, 3388));
            return runExplain(line, terminal);
        }
        case 'check':
            return check(line, terminal);
    }
}
async function check(line, terminal) {
    const fromStdin = line.stdin ? readCredentialsJson(await terminal.readStdin()) : {};
    if (fromStdin === undefined) {
        terminal.complain('aws-credentials-preflight: standard input holds no credentials as JSON\nTry --help.\n');
        return conclusion/* USAGE_EXIT_STATUS */.KI;
    }
    const values = { ...fromStdin, ...line.values };
    const given = readSettings((name) => values[name]);
    if (given.problems !== undefined) {
        show(scrub(usageReport(given.problems), secretVariables(terminal.env)), line.json, terminal, false);
        return conclusion/* USAGE_EXIT_STATUS */.KI;
    }
    const { settings } = given;
    const outcome = await preflight(settings, { ...terminal, deadline: (0,deadline/* startDeadline */.db)(settings.timeout * 1000) });
    for (const error of outcome.internalErrors) {
        terminal.complain(`A part of the preflight failed (${error}); the rest of its report stands.\n`);
    }
    show(outcome.report, line.json, terminal, settings.maskAccountId);
    const status = conclusion/* EXIT_STATUS */.uc[outcome.report.verdict];
    return status === 0 && (0,conclusion/* isFailure */.N6)(outcome.report, settings) ? 1 : (0,conclusion/* isFailure */.N6)(outcome.report, settings) ? status : 0;
}
function show(report, json, { colour, print }, maskAccountId) {
    print(json ? `${reportJson(report)}\n` : terminalText(report, { colour, maskAccountId }));
}


/***/ }),

/***/ 3578:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ DOCS)
/* harmony export */ });
/** The vendor's page behind each explanation. */
const DOCS = {
    accessKeys: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    identifiers: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    temporaryCredentials: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    requestTemporary: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_request.html',
    roleDuration: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage-assume.html',
    signatures: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
    stsRegions: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
    regions: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    partitions: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    stsEndpoints: 'https://docs.aws.amazon.com/general/latest/gr/sts.html',
    endpointSettings: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html',
    files: 'https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html',
    process: 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html',
    chain: 'https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html',
    rootUser: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
    vpcEndpoint: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sts_vpc_endpoint_create.html',
    roleTroubleshooting: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html',
    oidcProvider: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
    oidcGitHub: 'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws',
    oidcReference: 'https://docs.github.com/en/actions/reference/security/oidc',
    secrets: 'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets',
    withheldSecrets: 'https://docs.github.com/en/actions/reference/security/secrets',
    workflowSyntax: 'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax',
    ntp: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html',
    proxies: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-proxy.html',
};


/***/ }),

/***/ 6741:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KN: () => (/* binding */ ago),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   _C: () => (/* binding */ whereToFix),
/* harmony export */   a2: () => (/* binding */ nounOf),
/* harmony export */   et: () => (/* binding */ subjectOf),
/* harmony export */   gp: () => (/* binding */ basisOf),
/* harmony export */   hg: () => (/* binding */ characters),
/* harmony export */   lO: () => (/* binding */ spell),
/* harmony export */   vE: () => (/* binding */ timestamp)
/* harmony export */ });
/* harmony import */ var _read_access_key_id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5650);

const LONGEST_QUOTE = 200;
/** A value from outside, in backticks and short: control characters, backticks and terminal escapes cannot come with it. */
function quoted(value) {
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    const clean = value.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff`]/g, '·');
    return `\`${clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean}\``;
}
/** "1 h 5 min", "40 min 12 s", "12 s": two units at most. */
function spell(seconds) {
    const whole = Math.round(Math.abs(seconds));
    const parts = [
        [Math.floor(whole / 86_400), 'd'],
        [Math.floor(whole / 3600) % 24, 'h'],
        [Math.floor(whole / 60) % 60, 'min'],
        [whole % 60, 's'],
    ];
    const first = parts.findIndex(([count]) => count > 0);
    if (first === -1)
        return '0 s';
    return parts
        .slice(first, first + 2)
        .filter(([count]) => count > 0)
        .map(([count, unit]) => `${count} ${unit}`)
        .join(' ');
}
/** "42 minutes ago" as titles say it: one unit, in full. */
function ago(seconds) {
    const whole = Math.max(0, Math.round(seconds));
    const [count, unit] = whole < 90
        ? [whole, 'second']
        : whole < 5400
            ? [Math.round(whole / 60), 'minute']
            : whole < 172_800
                ? [Math.round(whole / 3600), 'hour']
                : [Math.round(whole / 86_400), 'day'];
    return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}
/** "1 character", "41 characters". */
function characters(count) {
    return `${count} ${count === 1 ? 'character' : 'characters'}`;
}
/** RFC 3339 in UTC, whole seconds. */
function timestamp(date) {
    return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
const NOUN = {
    accessKeyId: 'access key ID',
    secretAccessKey: 'secret access key',
    sessionToken: 'session token',
};
function nounOf(field) {
    return NOUN[field];
}
/** What the value is called where it stands: `AWS_SESSION_TOKEN`, `aws-session-token`, `aws_session_token of [prod] …`. */
function nameOf(field, evidence) {
    return evidence.gathered.credentials?.names[field] ?? NOUN[field];
}
/** First four and last four characters. */
function keyOf(evidence) {
    const key = evidence.attempt?.accessKeyId;
    return key === undefined ? 'the access key' : (0,_read_access_key_id_js__WEBPACK_IMPORTED_MODULE_0__/* .showAccessKeyId */ .SY)(key.reveal());
}
/** The beginning of a fix: where to put a value right, for the source that it came from. */
function whereToFix(field, evidence) {
    const { credentials, job } = evidence.gathered;
    const name = quoted(nameOf(field, evidence));
    switch (credentials?.source) {
        case 'inputs':
            return job.runsInActions
                ? `In the secret store (Settings → Secrets and variables → Actions), in the secret that the input ${name} reads`
                : 'In the credentials handed over on standard input';
        case 'environment':
            return job.runsInActions
                ? `In the secret store (Settings → Secrets and variables → Actions), in the secret that ${name} reads, or in the step that exports it`
                : `In the environment variable ${name}`;
        case 'profile':
            return `In ${name}`;
        case 'process':
            return `In the program that credential_process runs, which gives the ${NOUN[field]}`;
        default:
            return `Where ${credentials?.location ?? 'the credentials'} come${credentials === undefined ? '' : 's'} from`;
    }
}
/** Where an annotation about this value points. */
function subjectOf(field, evidence) {
    const source = evidence.gathered.credentials?.source;
    if (source === 'inputs')
        return { kind: 'input', name: nameOf(field, evidence) };
    if (source === 'environment')
        return { kind: 'environment', name: nameOf(field, evidence) };
    return undefined;
}
/** What says when a session ends (`Session.basis`), in a sentence. */
function basisOf(basis) {
    if (basis === 'input')
        return 'the input `expires-at`';
    return basis.includes('(upper bound)') ? 'its time of issue and the longest lifetime of a session' : quoted(basis);
}


/***/ }),

/***/ 724:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gt: () => (/* binding */ displayPath),
/* harmony export */   QC: () => (/* binding */ displayName),
/* harmony export */   kc: () => (/* binding */ expandHome),
/* harmony export */   qJ: () => (/* binding */ MAX_SHARED_FILE_BYTES),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/* unused harmony export MAX_FILE_BYTES */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const MEBIBYTE = 1024 * 1024;
/** The largest token or policy file that is read, in bytes. */
const MAX_FILE_BYTES = MEBIBYTE;
/** The largest shared config or credentials file. AWS tools know no limit; a real one is never anywhere near this. */
const MAX_SHARED_FILE_BYTES = 16 * MEBIBYTE;
const CHUNK_BYTES = 64 * 1024;
/**
 * Reads a regular file as UTF-8, following symbolic links as AWS tools do. Never throws, and never waits:
 * opening without blocking keeps a named pipe from holding the step up.
 *
 * @param maxBytes - larger files are refused, not cut
 */
async function readText(path, maxBytes = MAX_FILE_BYTES) {
    let handle;
    try {
        // Windows has no O_NONBLOCK, and no named pipes in its file system either.
        const nonBlocking = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0;
        handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | nonBlocking);
        const found = await handle.stat();
        if (found.isDirectory())
            return unreadable('is a directory', 'directory');
        if (!found.isFile())
            return unreadable('is not a regular file', 'not-regular');
        return await readBounded(handle, maxBytes);
    }
    catch (error) {
        return fromSystemError(error);
    }
    finally {
        await handle?.close().catch(() => undefined);
    }
}
/** `~`, `~/…` and `~\…` become the home directory, as in AWS_CONFIG_FILE. */
function expandHome(path, home) {
    if (path === '~')
        return home;
    return /^~[/\\]/.test(path) ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home, path.slice(2)) : path;
}
/** The path as a reader writes it, with `~` for the home directory, and without control characters. */
function displayPath(path, home) {
    const shown = home !== '' && path.startsWith(home + node_path__WEBPACK_IMPORTED_MODULE_2__.sep) ? `~${path.slice(home.length)}` : path;
    return shown.replace(/[\p{Cc}\p{Cf}]/gu, '?');
}
/** A name that came out of a file or a variable, fit for a sentence: no control characters, at most 64 characters. */
function displayName(name) {
    const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, '?');
    return shown.length > 64 ? `${shown.slice(0, 63)}…` : shown;
}
async function readBounded(handle, maxBytes) {
    // Read rather than trust the size: files under /proc say 0, and a file may grow meanwhile.
    const chunks = [];
    let length = 0;
    for (;;) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, null);
        if (bytesRead === 0)
            return decode(Buffer.concat(chunks));
        length += bytesRead;
        if (length > maxBytes)
            return unreadable(`is larger than ${size(maxBytes)}`, 'size');
        chunks.push(buffer.subarray(0, bytesRead));
    }
}
function decode(bytes) {
    // PowerShell 5 writes UTF-16 with `>`; no AWS tool reads it. A NUL further on stops none of them.
    if (isUtf16(bytes))
        return unreadable('is in UTF-16, and has to be in UTF-8', 'encoding');
    try {
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    }
    catch {
        return unreadable('is not text in UTF-8', 'encoding');
    }
}
function fromSystemError(error) {
    const code = error.code;
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return { kind: 'absent' };
        case 'EACCES':
        case 'EPERM':
            return unreadable('may not be read by the user that runs the job', 'permission');
        case 'EISDIR':
            return unreadable('is a directory', 'directory');
        case 'ELOOP':
            return unreadable('is a loop of symbolic links', 'link-loop');
        case 'ENXIO':
            return unreadable('is not a regular file', 'not-regular');
        default:
            return unreadable(`cannot be read${code === undefined ? '' : ` (${code})`}`, 'system');
    }
}
/** By its byte order mark, or by the NUL that every Latin letter has beside it. */
function isUtf16([first, second]) {
    const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    return hasMark || (first === 0 && second !== undefined && second !== 0) || (second === 0 && first !== 0);
}
function size(bytes) {
    return bytes % MEBIBYTE === 0 && bytes > MEBIBYTE ? `${bytes / MEBIBYTE} MiB` : `${bytes / 1024} KiB`;
}
function unreadable(why, fault) {
    return { kind: 'unreadable', why, fault };
}


/***/ }),

/***/ 5650:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pw: () => (/* binding */ isAccessKeyId),
/* harmony export */   SY: () => (/* binding */ showAccessKeyId),
/* harmony export */   pv: () => (/* binding */ readAccessKeyId)
/* harmony export */ });
/* harmony import */ var _characters_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1462);
/* harmony import */ var _unsafe_content_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3708);


// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
const UNIQUE_IDS = new Map([
    ['AGPA', 'user group'],
    ['AIDA', 'IAM user'],
    ['AIPA', 'instance profile'],
    ['ANPA', 'managed policy'],
    ['ANVA', 'managed policy version'],
    ['APKA', 'public key'],
    ['AROA', 'role'],
    ['ASCA', 'certificate'],
]);
const KINDS = new Map([
    ['AKIA', 'long-term'],
    ['ASIA', 'temporary'],
    ['ABIA', 'bearer'],
    ['ACCA', 'bearer'],
    // LocalStack's own keys.
    ['LSIA', 'emulator'],
    ['LKIA', 'emulator'],
]);
const WELL_FORMED = /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}$/;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** True for the form of an access key ID: 20 characters, a key's prefix, capital letters and digits. */
function isAccessKeyId(value) {
    return WELL_FORMED.test(value);
}
function kindOf(value) {
    const prefix = value.slice(0, 4);
    return KINDS.get(prefix) ?? (UNIQUE_IDS.has(prefix) && value.length > 4 ? 'unique-id' : 'unknown');
}
/**
 * The account that a key ID holds: the first bit after the prefix says that there is one, the next 40 are the number.
 * Keys from before about 2019 do not hold it. Source: Tal Be'ery, "A short note on AWS KEY ID" (medium.com/@TalBeerySec).
 */
function accountOf(value) {
    let number = 0n;
    for (const character of value.slice(4, 13)) {
        const digit = BASE32.indexOf(character);
        if (digit < 0) {
            return undefined;
        }
        number = number * 32n + BigInt(digit);
    }
    if (/[^A-Z2-7]/.test(value.slice(13))) {
        return undefined;
    }
    // Nine characters are 45 bits: the flag, the account's 40, and four of the random rest.
    const flag = number >> 44n;
    const account = (number >> 4n) & ((1n << 40n) - 1n);
    return flag === 1n && account <= 999999999999n ? account.toString().padStart(12, '0') : undefined;
}
function flawOfWhole(value) {
    const uniqueId = UNIQUE_IDS.get(value.slice(0, 4));
    if (value === '') {
        return { kind: 'empty' };
    }
    // STS writes a role's unique ID with the session's name behind it.
    if (uniqueId !== undefined && /^[A-Z0-9]{16,32}(?::[\w+=,.@-]{1,64})?$/.test(value)) {
        return { kind: 'unique-id', of: uniqueId };
    }
    if (/^(?:LSIA|LKIA)[A-Z0-9]{16}$/.test(value)) {
        return { kind: 'emulator' };
    }
    if (/^arn:/i.test(value)) {
        return { kind: 'arn' };
    }
    if (/^\d{12}$/.test(value)) {
        return { kind: 'account-id' };
    }
    if (/^[^\s@]+@[^\s@]+$/.test(value)) {
        return { kind: 'email' };
    }
    if ((0,_unsafe_content_js__WEBPACK_IMPORTED_MODULE_1__/* .isDoubledKeyId */ .id)(value)) {
        return { kind: 'doubled' };
    }
    if (/^[A-Za-z0-9+/]{27,30}={0,2}$/.test(value) &&
        isAccessKeyId(Buffer.from(value, 'base64').toString('latin1').trim())) {
        return { kind: 'base64' };
    }
    return WELL_FORMED.test(value.toUpperCase()) ? { kind: 'lower-case' } : undefined;
}
function flawOf(value, unsafe) {
    if (isAccessKeyId(value)) {
        return undefined;
    }
    if (unsafe !== undefined) {
        return { kind: unsafe };
    }
    const whole = flawOfWhole(value);
    if (whole !== undefined) {
        return whole;
    }
    const [index] = (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .indicesOutside */ .X9)(value, /^[A-Za-z0-9]$/, 1);
    if (index !== undefined) {
        return { kind: 'character', codePoint: (0,_characters_js__WEBPACK_IMPORTED_MODULE_0__/* .codePointAt */ .vS)(value, index), position: index + 1 };
    }
    const kind = KINDS.get(value.slice(0, 4).toUpperCase());
    const inFront = /^([A-Za-z0-9]{1,12})(?:AKIA|ASIA)[A-Z0-9]{16}$/.exec(value)?.[1]?.length;
    if (inFront !== undefined) {
        return { kind: 'length', expected: 20, actual: value.length, inFront };
    }
    if (kind === undefined || kind === 'emulator') {
        return { kind: 'prefix' };
    }
    return value.length === 20 ? { kind: 'lower-case' } : { kind: 'length', expected: 20, actual: value.length };
}
/** Reads what an access key ID tells by itself. Total: any text gives an answer. */
function readAccessKeyId(value) {
    const kind = kindOf(value);
    const wellFormed = isAccessKeyId(value);
    const unsafe = wellFormed ? undefined : (0,_unsafe_content_js__WEBPACK_IMPORTED_MODULE_1__/* .holdsSecret */ .hK)(value);
    const holdsAccount = wellFormed && (kind === 'long-term' || kind === 'temporary');
    return {
        length: value.length,
        kind,
        account: holdsAccount ? accountOf(value) : undefined,
        wellFormed,
        documentationExample: /^[A-Z0-9]{4,17}EXAMPLE$/.test(value),
        unsafe,
        flaw: flawOf(value, unsafe),
    };
}
/**
 * The form of a key ID that may be shown: its first and last four characters, `AKIA…4XYZ`.
 * Whatever might be another thing (a secret in the wrong place) is shown by its length only.
 */
function showAccessKeyId(value) {
    if (/^(?:[A-Z0-9]{12,32}|a[ks]ia[a-z0-9]{8,28})$/.test(value)) {
        return `${value.slice(0, 4)}…${value.slice(-4)}`;
    }
    return `*** (${value.length} ${value.length === 1 ? 'character' : 'characters'})`;
}


/***/ }),

/***/ 1691:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lw: () => (/* binding */ parseArn),
/* harmony export */   No: () => (/* binding */ roleArnOfAssumedRole),
/* harmony export */   XV: () => (/* binding */ matchesArn),
/* harmony export */   cN: () => (/* binding */ principalTypeOf),
/* harmony export */   y8: () => (/* binding */ isPathOnly)
/* harmony export */ });
/* harmony import */ var _string_like_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(431);

/** The longest ARN of IAM has 2,048 characters; a longer pattern matches none. */
const LONGEST = 2048;
/** Takes an ARN, or a pattern of one, apart: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
function parseArn(text) {
    const [scheme, partition = '', service = '', region = '', account = '', ...rest] = text.split(':');
    const resource = rest.join(':');
    return scheme === 'arn' && resource !== '' ? { partition, service, region, account, resource } : undefined;
}
/** What kind of principal the ARN of an STS answer names; undefined for one that is none of the four. */
function principalTypeOf(arn) {
    const { service, resource } = parseArn(arn) ?? {};
    if (service === 'iam') {
        return resource === 'root' ? 'root' : resource?.startsWith('user/') ? 'user' : undefined;
    }
    if (service !== 'sts') {
        return undefined;
    }
    return resource?.startsWith('assumed-role/')
        ? 'assumed-role'
        : resource?.startsWith('federated-user/')
            ? 'federated-user'
            : undefined;
}
function assumedRole(text) {
    const arn = parseArn(text);
    const [kind, role, session] = arn?.resource.split('/') ?? [];
    return arn?.service === 'sts' && kind === 'assumed-role' && role !== undefined && session !== undefined
        ? { ...arn, role }
        : undefined;
}
/** The ARN of the role whose session this is, without the role's path, which STS does not tell. */
function roleArnOfAssumedRole(arn) {
    const session = assumedRole(arn);
    return session && `arn:${session.partition}:iam::${session.account}:role/${session.role}`;
}
/**
 * True for the pattern of a role's ARN with a path and no name, such as `…:role/path/*`. There is nothing to compare: the
 * session's ARN has no path, and a guard must not guess.
 */
function isPathOnly(pattern) {
    const { service, resource = '' } = parseArn(pattern) ?? {};
    const path = resource.split('/');
    return service === 'iam' && path[0] === 'role' && path.length > 2 && /^[*?]*$/.test(path.at(-1) ?? '');
}
function matchesSessionOf(pattern, text) {
    const role = parseArn(pattern);
    const session = assumedRole(text);
    if (role?.service !== 'iam' || !role.resource.startsWith('role/') || session === undefined) {
        return false;
    }
    const name = role.resource.split('/').at(-1) ?? '';
    if (isPathOnly(pattern)) {
        return false;
    }
    return (role.region === '' &&
        (0,_string_like_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLike */ .To)(role.partition, session.partition) &&
        (0,_string_like_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLike */ .To)(role.account, session.account) &&
        (0,_string_like_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLike */ .To)(name, session.role));
}
/**
 * Matches an ARN as IAM's `StringLike` does: case-sensitive, `*` and `?` anywhere. The pattern of a role's own ARN,
 * with or without its path, also matches the role's sessions. Takes at most pattern length times ARN length steps.
 */
function matchesArn(pattern, arn) {
    if (pattern.length > LONGEST || arn.length > LONGEST) {
        return false;
    }
    return (0,_string_like_js__WEBPACK_IMPORTED_MODULE_0__/* .stringLike */ .To)(pattern, arn) || matchesSessionOf(pattern, arn);
}


/***/ }),

/***/ 3719:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  j: () => (/* binding */ readSignatureTimes),
  P: () => (/* binding */ readStsBody)
});

// EXTERNAL MODULE: ./src/read/calendar.ts
var calendar = __nccwpck_require__(1892);
// EXTERNAL MODULE: ./node_modules/@aws-sdk/xml-builder/dist-cjs/index.js
var dist_cjs = __nccwpck_require__(4274);
;// CONCATENATED MODULE: ./src/read/xml.ts

/** Characters. STS answers in a few kilobytes; more is somebody else's page. */
const LARGEST_XML = 256 * 1024;
function isElement(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The child of this name; undefined where there is none, or several that differ. */
function child(parent, name) {
    const value = isElement(parent) && Object.hasOwn(parent, name) ? parent[name] : undefined;
    if (!Array.isArray(value))
        return value;
    const [first, ...others] = value;
    const written = JSON.stringify(first);
    return others.every((other) => JSON.stringify(other) === written) ? first : undefined;
}
/** A whole document; undefined where it is not one that AWS would send. Total and bounded. */
function parseDocument(text) {
    // AWS never sends a document type, and the parser's time with many of them grows with their square.
    if (!text.startsWith('<') || !text.endsWith('>') || text.length > LARGEST_XML || /<!doctype/i.test(text)) {
        return undefined;
    }
    try {
        const document = (0,dist_cjs.parseXML)(text);
        const [[name, root] = ['', undefined]] = isElement(document) ? Object.entries(document) : [];
        // The parser stops at the end of the root: what follows it is not looked at.
        return text.endsWith(`</${name}>`) ? { name, root, namespaces: namespaces(root) } : undefined;
    }
    catch {
        // Not well-formed, or nested too deep for the stack.
        return undefined;
    }
}
/** Namespaces of elements without a prefix; elements with one have other names. */
function namespaces(element) {
    const children = Array.isArray(element) ? element : [];
    const entries = isElement(element) ? Object.entries(element) : [];
    return [
        ...children.flatMap(namespaces),
        ...entries.flatMap(([name, value]) => name === 'xmlns' ? [typeof value === 'string' ? value : 'ambiguous'] : namespaces(value)),
    ].filter((namespace) => namespace !== '');
}

;// CONCATENATED MODULE: ./src/read/aws-error.ts


/** The code goes into reports, so it may be nothing but a word. */
const CODE = /^[A-Za-z][A-Za-z0-9.]{0,127}$/;
/** Namespaces that a body may name; emulators leave them out. */
const OF_STS = /^https?:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/?$/;
/** Errors may come from AWS's front doors, and in other shapes than STS's own (such as `…/AWSFault/2005-15-09`). */
const OF_AWS = /^https?:\/\/(?:[a-z0-9-]{1,63}\.amazonaws\.com|webservices\.amazon\.com)\//;
const REQUEST_ID = /^[A-Za-z0-9+/=_-]{1,128}$/;
function textOf(element) {
    return typeof element === 'string' ? element : textOfMixed(element);
}
function textOfMixed(element) {
    const text = child(element, '#text');
    return typeof text === 'string' ? text : undefined;
}
function requestIdIn(root) {
    const places = [
        child(root, 'RequestId'),
        child(root, 'RequestID'),
        child(child(root, 'ResponseMetadata'), 'RequestId'),
    ];
    const requestId = places.map(textOf).find((text) => text !== undefined && REQUEST_ID.test(text.trim()));
    return requestId === undefined ? {} : { requestId: requestId.trim() };
}
/** The three shapes of an AWS error in XML: Query (STS, IAM), EC2's and S3's. */
function errorOf(name, root) {
    const element = name === 'ErrorResponse'
        ? child(root, 'Error')
        : name === 'Response'
            ? child(child(root, 'Errors'), 'Error')
            : name === 'Error'
                ? root
                : undefined;
    const code = textOf(child(element, 'Code'))?.trim() ?? '';
    return CODE.test(code)
        ? { kind: 'error', code, message: textOf(child(element, 'Message')) ?? '', ...requestIdIn(root) }
        : undefined;
}
/** Where two of one name differ, nobody can tell which is meant. */
function leaves(element, into) {
    for (const [name, value] of isElement(element) ? Object.entries(element) : []) {
        for (const one of Array.isArray(value) ? value : [value]) {
            if (isElement(one)) {
                if (leaves(one, into) === undefined)
                    return undefined;
            }
            else if (typeof one === 'string' && !name.startsWith('xmlns') && name !== '#text') {
                if ((into.get(name) ?? one) !== one)
                    return undefined;
                into.set(name, one);
            }
        }
    }
    return into;
}
function resultOf(name, root) {
    const action = /^([A-Za-z]{1,64})Response$/.exec(name)?.[1];
    const result = action === undefined ? undefined : child(root, `${action}Result`);
    const fields = result === undefined ? undefined : leaves(result, new Map());
    return action === undefined || fields === undefined
        ? undefined
        : { kind: 'result', action, fields: Object.fromEntries(fields), ...requestIdIn(root) };
}
function isJson(text) {
    if (!/^[{[]/.test(text)) {
        return false;
    }
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        return false;
    }
}
function foreignness(text) {
    if (text === '') {
        return 'empty';
    }
    if (/<!doctype html|<html[\s>]/i.test(text.slice(0, 4096))) {
        return 'html';
    }
    if (!text.startsWith('<')) {
        return text.length <= LARGEST_XML && isJson(text) ? 'json' : 'text';
    }
    const [, doctype, root] = /^(?:<\?[^>]{0,200}\?>)?\s*<(!doctype )?([A-Za-z][\w:.-]{0,127})/i.exec(text.slice(0, 1024)) ?? [];
    const closed = root !== undefined && (text.endsWith(`</${root}>`) || text.endsWith('/>'));
    return closed || doctype !== undefined ? 'xml' : 'truncated-xml';
}
const NOTHING = { name: '', root: undefined, namespaces: [] };
/** Reads the body of an answer to an AWS Query request. Total and bounded: any text gives an answer. */
function readStsBody(body) {
    const text = body.trim();
    const { name, root, namespaces } = parseDocument(text) ?? NOTHING;
    const only = (allowed) => namespaces.every((namespace) => allowed.test(namespace));
    const error = only(OF_AWS) ? errorOf(name, root) : undefined;
    const result = only(OF_STS) ? resultOf(name, root) : undefined;
    return error ?? result ?? { kind: 'foreign', what: foreignness(text) };
}
const TIMES = /Signature (expired|not yet current): (\d{8}T\d{6}Z) is (?:now earlier|still later) than \d{8}T\d{6}Z \((\d{8}T\d{6}Z) [+-] (\d{1,4}) min\.?\)/i;
function basicTime(text) {
    const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/i.exec(text) ?? [];
    return (0,calendar/* parseCalendar */.y)({ year, month, day, hour, minute, second, fraction: '', offset: 'Z' });
}
/**
 * Reads the times in STS's message about a signature's date, as in aws/aws-cli#6676. Clock or queue: a request that was
 * held back until its signature expired is reported with the same words, then `signedAt` is exactly a window ago.
 */
function readSignatureTimes(message) {
    const [, which, signed = '', server = '', window] = TIMES.exec(message.replaceAll(/\s{1,16}/g, ' ')) ?? [];
    const [signedAt, serverTime] = [basicTime(signed), basicTime(server)];
    if (which === undefined || signedAt === undefined || serverTime === undefined) {
        return undefined;
    }
    const direction = which.toLowerCase() === 'expired' ? 'expired' : 'not-yet-current';
    return { signedAt, serverTime, windowMinutes: Number(window), direction };
}


/***/ }),

/***/ 1892:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ parseCalendar)
/* harmony export */ });
function offsetMinutes(offset = '') {
    const [, sign, hours = '0', minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?$/i.exec(offset) ?? [];
    if (sign === undefined) {
        return 0;
    }
    const total = Number(hours) * 60 + Number(minutes);
    return Number(hours) > 23 || Number(minutes) > 59 ? undefined : sign === '-' ? -total : total;
}
/** The point in time, or undefined where there is none: 30 February, 25 o'clock. A leap second counts as the next. */
function parseCalendar(parts) {
    const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
    const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0)];
    const offset = offsetMinutes(parts.offset);
    const milliseconds = Math.floor(Number(`0.${parts.fraction ?? ''}0`) * 1000);
    const midnight = new Date(0);
    midnight.setUTCFullYear(year, month - 1, day);
    const exists = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
    if (!exists || hour > 23 || minute > 59 || second > 60 || offset === undefined) {
        return undefined;
    }
    return new Date(midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + milliseconds);
}


/***/ }),

/***/ 1462:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ placeAt),
/* harmony export */   X9: () => (/* binding */ indicesOutside),
/* harmony export */   vS: () => (/* binding */ codePointAt)
/* harmony export */ });
/** Names of characters, so that a finding can say which one is too many without showing the value. */
const NAMES = new Map([
    ['\0', 'null character'],
    ['\t', 'tab'],
    ['\n', 'line feed'],
    ['\v', 'vertical tab'],
    ['\f', 'form feed'],
    ['\r', 'carriage return'],
    ['\u001B', 'escape'],
    [' ', 'space'],
    ['"', 'quotation mark'],
    ["'", 'apostrophe'],
    ['`', 'backtick'],
    ['\\', 'backslash'],
    ['%', 'percent sign'],
    [',', 'comma'],
    [';', 'semicolon'],
    [':', 'colon'],
    ['=', 'equals sign'],
    ['$', 'dollar sign'],
    ['#', 'number sign'],
    ['*', 'asterisk'],
    ['-', 'hyphen'],
    ['_', 'underscore'],
    ['.', 'full stop'],
    ['\u007F', 'delete'],
    ['\u0085', 'next line'],
    ['\u00A0', 'no-break space'],
    ['\u00AB', 'left guillemet'],
    ['\u00AD', 'soft hyphen'],
    ['\u00BB', 'right guillemet'],
    ['\u200B', 'zero-width space'],
    ['\u200C', 'zero-width non-joiner'],
    ['\u200D', 'zero-width joiner'],
    ['\u200E', 'left-to-right mark'],
    ['\u200F', 'right-to-left mark'],
    ['\u2018', 'left single quotation mark'],
    ['\u2019', 'right single quotation mark'],
    ['\u201C', 'left double quotation mark'],
    ['\u201D', 'right double quotation mark'],
    ['\u2028', 'line separator'],
    ['\u2029', 'paragraph separator'],
    ['\u202F', 'narrow no-break space'],
    ['\u2060', 'word joiner'],
    ['\u2026', 'ellipsis'],
    ['\uFEFF', 'byte order mark'],
    ['\uFFFD', 'replacement character'],
]);
/** The code point at a UTF-16 index in the form U+000A. */
function codePointAt(value, index) {
    const code = value.codePointAt(index) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
/** Says which character stands at a UTF-16 index of a value, and where that is. */
function placeAt(value, index) {
    const codePoint = codePointAt(value, index);
    const character = String.fromCodePoint(value.codePointAt(index) ?? 0);
    const last = index + character.length >= value.length;
    return {
        codePoint,
        name: NAMES.get(character) ?? codePoint,
        position: index === 0 ? 'first' : last ? 'last' : index + 1,
    };
}
/** UTF-16 indices of the characters that do not satisfy a test, at most `limit` of them. */
function indicesOutside(value, allowed, limit) {
    const indices = [];
    for (let index = 0; index < value.length && indices.length < limit;) {
        const character = String.fromCodePoint(value.codePointAt(index) ?? 0);
        if (!allowed.test(character)) {
            indices.push(index);
        }
        index += character.length;
    }
    return indices;
}


/***/ }),

/***/ 3807:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   l: () => (/* binding */ parseExpiration)
/* harmony export */ });
/* harmony import */ var _calendar_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1892);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OFFSET = String.raw `(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)`;
/** RFC 3339, ISO 8601 and `YYYY-MM-DD HH:MM:SS`; without an offset it is UTC, as the tools that write it mean it. */
const ISO = new RegExp(String.raw `^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?${OFFSET}?(?: [A-Z]{3,4})?$`, 'i');
const ISO_BASIC = new RegExp(String.raw `^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})${OFFSET}?$`, 'i');
/** RFC 1123: `Sun, 06 Nov 1994 08:49:37 GMT`. */
const RFC_1123 = new RegExp(String.raw `^(?:[A-Z]{3}, )?(\d{1,2}) ([A-Z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ${OFFSET}$`, 'i');
/** JavaScript: `Sat Nov 21 2026 01:27:00 GMT+0000 (Coordinated Universal Time)`. */
const JAVASCRIPT = new RegExp(String.raw `^[A-Z]{3} ([A-Z]{3}) (\d{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ${OFFSET}(?: \([^()]{0,60}\))?$`, 'i');
function month(name = '') {
    return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}
/** The parts of a date in any of the accepted forms. */
function partsOf(text) {
    const iso = ISO.exec(text) ?? ISO_BASIC.exec(text);
    if (iso !== null) {
        const [, year, monthOfYear, day, hour, minute, second] = iso;
        const basic = iso.length < 9;
        return {
            year,
            month: monthOfYear,
            day,
            hour,
            minute,
            second,
            fraction: basic ? '' : iso[7],
            offset: iso[basic ? 7 : 8],
        };
    }
    const rfc = RFC_1123.exec(text);
    if (rfc !== null) {
        const [, day, name, year, hour, minute, second, offset] = rfc;
        return { year, month: month(name), day, hour, minute, second, fraction: '', offset };
    }
    const [, name, day, year, hour, minute, second, offset] = JAVASCRIPT.exec(text) ?? [];
    return name === undefined ? undefined : { year, month: month(name), day, hour, minute, second, fraction: '', offset };
}
function fromNumber(digits) {
    // Ten digits begin in 2001: anything shorter is a duration or a count, not a date.
    if (/^[1-9]\d{9}$/.test(digits)) {
        return { at: new Date(Number(digits) * 1000) };
    }
    return /^[1-9]\d{12}$/.test(digits)
        ? { at: new Date(Number(digits)) }
        : { problem: 'a number that is no Unix time: a date is needed, not a number of seconds' };
}
function unquoted(text) {
    let bare = text.trim();
    for (let before = ''; before !== bare;) {
        before = bare;
        bare = bare.replace(/^\\?["']|\\?["']$/g, '').trim();
    }
    return bare;
}
/**
 * Reads when a session ends, from what tools write: RFC 3339 with any offset, ISO basic, `YYYY-MM-DD HH:MM:SS` (UTC),
 * RFC 1123, JavaScript's own form, Unix time in seconds or milliseconds; spaces and quotes around it do not count.
 */
function parseExpiration(text) {
    // The longest form has some 80 characters; more is not a date, and quotes are peeled one pair at a time.
    const bare = text.length > 200 ? text.slice(0, 200) : unquoted(text);
    if (bare === '') {
        return { problem: 'empty' };
    }
    if (/^\d+$/.test(bare)) {
        return fromNumber(bare);
    }
    if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) {
        return { problem: 'a date without a time' };
    }
    const parts = partsOf(bare);
    if (parts === undefined) {
        return { problem: 'not in a form of date that is known' };
    }
    const at = (0,_calendar_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCalendar */ .y)(parts);
    if (at === undefined) {
        return { problem: 'a date that does not exist' };
    }
    // Go writes 0001-01-01 and others 1970-01-01 where they know nothing.
    return at.getUTCFullYear() < 2001 ? { problem: 'a date before AWS, which stands for none' } : { at };
}
const DAY = 86_400;
/** No session and no job lasts longer; above it the value is a mistake. */
const LONGEST = 365 * DAY;
const UNITS = /^(?:(\d{1,9})d)?\s?(?:(\d{1,9})h)?\s?(?:(\d{1,9})m)?\s?(?:(\d{1,9})s)?$/i;
/** ISO 8601 without years, months and fractions. */
const ISO_DURATION = /^P(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;
/** A duration in seconds: `45m`, `1h30m`, `1d`, `PT45M` or plain seconds; undefined for anything else or over a year. */
function parseDuration(text) {
    const bare = text.trim();
    if (/^\d{1,9}$/.test(bare)) {
        return Number(bare) <= LONGEST ? Number(bare) : undefined;
    }
    const parts = (UNITS.exec(bare) ?? ISO_DURATION.exec(bare))?.slice(1);
    if (parts === undefined || parts.every((part) => part === undefined)) {
        return undefined;
    }
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
    const total = days * DAY + hours * 3600 + minutes * 60 + seconds;
    return total <= LONGEST ? total : undefined;
}


/***/ }),

/***/ 2975:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ FIELDS),
  M: () => (/* binding */ readFacts)
});

// EXTERNAL MODULE: ./src/read/access-key-id.ts
var access_key_id = __nccwpck_require__(5650);
// EXTERNAL MODULE: ./src/read/placeholder.ts
var read_placeholder = __nccwpck_require__(9925);
// EXTERNAL MODULE: ./src/read/region.ts + 1 modules
var region = __nccwpck_require__(1859);
// EXTERNAL MODULE: ./src/read/characters.ts
var characters = __nccwpck_require__(1462);
// EXTERNAL MODULE: ./src/read/unsafe-content.ts
var unsafe_content = __nccwpck_require__(3708);
;// CONCATENATED MODULE: ./src/read/secret-access-key.ts



const FOREIGN_SHOWN = 3;
function isBase64OfSecret(value) {
    if (!/^[A-Za-z0-9+/]{52,60}={0,2}$/.test(value)) {
        return false;
    }
    return (0,unsafe_content/* isSecretAccessKey */.Ii)(Buffer.from(value, 'base64').toString('latin1').trim());
}
function lookalikeOf(value) {
    const text = value.trim();
    if (/EXAMPLE(?:KEY)?$/.test(text)) {
        return 'documentation-example';
    }
    if ((0,access_key_id/* isAccessKeyId */.Pw)(text)) {
        return 'access-key-id';
    }
    if (/^[0-9a-f]{40}$/.test(text)) {
        return 'git-sha';
    }
    if (isBase64OfSecret(text)) {
        return 'base64-of-secret';
    }
    return /^(?:IQoJ|FwoG|FQoG|FQoD|AgoJ)[A-Za-z0-9+/]{60}/.test(text) || /^[A-Za-z0-9+/]{101,}={0,2}$/.test(text)
        ? 'session-token'
        : undefined;
}
/** Reads what a secret access key tells by its form alone. Total: any text gives an answer. */
function readSecretAccessKey(value) {
    const body = value.replace(/={1,4}$/, '');
    return {
        length: value.length,
        wellFormed: (0,unsafe_content/* isSecretAccessKey */.Ii)(value),
        looksLike: lookalikeOf(value),
        foreign: (0,characters/* indicesOutside */.X9)(body, /^[A-Za-z0-9+/]$/, FOREIGN_SHOWN).map((index) => ({
            codePoint: (0,characters/* codePointAt */.vS)(value, index),
            position: index + 1,
        })),
        hasPadding: body.length < value.length,
    };
}

// EXTERNAL MODULE: ./src/read/session-token.ts + 4 modules
var session_token = __nccwpck_require__(9261);
// EXTERNAL MODULE: ./src/read/stray-characters.ts + 3 modules
var stray_characters = __nccwpck_require__(3640);
;// CONCATENATED MODULE: ./src/read/facts.ts






/** The three values, in the order in which they are named everywhere. */
const FIELDS = ['accessKeyId', 'secretAccessKey', 'sessionToken'];
function readFacts(attempt) {
    const values = {
        accessKeyId: attempt.accessKeyId.reveal(),
        secretAccessKey: attempt.secretAccessKey.reveal(),
        sessionToken: attempt.sessionToken?.reveal(),
    };
    const stray = {};
    const placeholder = {};
    for (const field of FIELDS) {
        const value = values[field];
        if (value === undefined)
            continue;
        const strayFacts = (0,stray_characters/* readStray */.WV)(value, field);
        const placeholderFacts = (0,read_placeholder/* readPlaceholder */.Q)(value.trim());
        if (placeholderFacts !== undefined)
            placeholder[field] = placeholderFacts;
        else if (strayFacts !== undefined)
            stray[field] = strayFacts;
    }
    return {
        accessKeyId: (0,access_key_id/* readAccessKeyId */.pv)(values.accessKeyId),
        secretAccessKey: readSecretAccessKey(values.secretAccessKey),
        sessionToken: values.sessionToken === undefined ? undefined : (0,session_token/* readSessionToken */.q)(values.sessionToken),
        region: (0,region/* readRegion */.XP)(attempt.region),
        stray,
        placeholder,
    };
}


/***/ }),

/***/ 9925:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ readPlaceholder)
/* harmony export */ });
/* harmony import */ var _access_key_id_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5650);
/* harmony import */ var _unsafe_content_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3708);


const WORDS = new Map([
    ...['null', '(null)', 'undefined', 'none', 'nil', 'nan', 'true', 'false', 'n/a', '[object object]'].map((word) => [word, 'null-literal']),
    ...['test', 'testing', 'dummy', 'mock', 'fake', 'localstack', 'moto', 'local'].map((word) => [
        word,
        'emulator',
    ]),
    ...['changeme', 'change_me', 'change-me', 'replaceme', 'replace_me', 'replace-me', 'placeholder', 'todo', 'tbd'].map((word) => [word, 'template']),
    ...['fixme', 'example', 'sample', 'foo', 'bar', 'foobar', 'secret', 'key', 'token', '...', '…'].map((word) => [word, 'template']),
]);
/** The name of the variable, input or setting itself in the place of its value. */
const OWN_NAME = /^(?:(?:my|your)[-_ ]?)?(?:aws[-_ ]?)?(?:access[-_ ]?key(?:[-_ ]?id)?|secret(?:[-_ ]?access)?[-_ ]?key|(?:session|security)[-_ ]?token)(?:[-_ ]?here)?$/i;
/** Examples of AWS's documentation: https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html */
const EXAMPLE = /EXAMPLE(?:KEY)?(?:$|[^A-Za-z0-9])|^[A-Za-z]{0,4}EXAMPLE/;
/** Above this a value is a token, where anything may stand by chance. */
const LONGEST_TEMPLATE = 100;
function isShellVariable(text) {
    const name = /^\$(?:env:)?([A-Za-z_][A-Za-z0-9_]*)$/i.exec(text)?.[1];
    if (name !== undefined) {
        // `$${{ secrets.KEY }}` leaves a dollar sign in front of the real value.
        return !(0,_access_key_id_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessKeyId */ .Pw)(name) && !(0,_unsafe_content_js__WEBPACK_IMPORTED_MODULE_1__/* .isSecretAccessKey */ .Ii)(name);
    }
    return /^\$\{[^{}]*\}$/.test(text) || /^\$\([^()]*\)$/.test(text) || /^%[A-Za-z_][A-Za-z0-9_]*%$/.test(text);
}
function isTemplate(text) {
    return (/^<[^<>]*>$/.test(text) ||
        /^\[[^[\]]*\]$/.test(text) ||
        /^x{3,}$/i.test(text) ||
        /^A[KS]IA[Xx]{8,}/.test(text) ||
        /(?:^|[-_ <[])your[-_ ]/i.test(text) ||
        // `set NAME=` is a line of Windows, and what follows may be a value.
        /^(?:insert|enter|replace|change|add|put|paste|set)[-_ ](?![A-Za-z_]\w* ?=)/i.test(text) ||
        OWN_NAME.test(text));
}
function kindOf(text) {
    if (text.includes('${{') || /^\{\{.*\}\}$/s.test(text)) {
        return 'expression';
    }
    if (text.includes('***') || /^[*•●]+$/.test(text)) {
        return 'masked';
    }
    if (text.length <= LONGEST_TEMPLATE && isShellVariable(text)) {
        return 'shell-variable';
    }
    if (EXAMPLE.test(text)) {
        return 'documentation-example';
    }
    const word = WORDS.get(text.toLowerCase());
    if (word !== undefined) {
        return word;
    }
    return text.length <= LONGEST_TEMPLATE && isTemplate(text) ? 'template' : undefined;
}
/**
 * Tells whether a value is still what was to be replaced by the real one; spaces and quotes around it do not count.
 * Real keys and tokens never are.
 */
function readPlaceholder(value) {
    const text = value.trim().replace(/^(["'])(.*)\1$/s, '$2');
    const kind = kindOf(text);
    return kind === undefined ? undefined : { kind };
}


/***/ }),

/***/ 663:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ reachOf)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

const LOOPBACK = /^(?:localhost|(?:[^.]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;
/** How plain HTTP to this host is to be taken: it never leaves the machine, stays in a private network, or is public. */
function reachOf(hostname) {
    if (LOOPBACK.test(hostname))
        return 'loopback';
    const bare = hostname.replace(/^\[|\]$/g, '');
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare) === 4)
        return isPrivateV4(bare) ? 'private' : 'public';
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(bare) === 6)
        return /^f[cd]|^fe[89ab]/i.test(bare) ? 'private' : 'public';
    return bare.includes('.') ? 'public' : 'private';
}
/** RFC 1918 and link-local addresses. */
function isPrivateV4(address) {
    const [a = 0, b = 0] = address.split('.').map(Number);
    return a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168) || (a === 169 && b === 254);
}


/***/ }),

/***/ 2544:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ni: () => (/* binding */ readRefusal),
/* harmony export */   pG: () => (/* binding */ isServiceFaultCode),
/* harmony export */   pZ: () => (/* binding */ isThrottlingCode)
/* harmony export */ });
const BY_CODE = {
    ExpiredToken: 'expired',
    ExpiredTokenException: 'expired',
    InvalidClientTokenId: 'invalid',
    UnrecognizedClientException: 'invalid',
    InvalidAccessKeyId: 'invalid',
    InvalidToken: 'invalid',
    AuthFailure: 'invalid',
    SignatureDoesNotMatch: 'signature',
    InvalidSignatureException: 'signature',
    RequestTimeTooSkewed: 'time',
    RequestExpired: 'time',
    RequestInTheFuture: 'time',
    IncompleteSignature: 'incomplete',
    IncompleteSignatureException: 'incomplete',
    AuthorizationHeaderMalformed: 'incomplete',
    MissingAuthenticationToken: 'unsigned',
    MissingAuthenticationTokenException: 'unsigned',
    AccessDenied: 'denied',
    AccessDeniedException: 'denied',
    UnauthorizedOperation: 'denied',
    RegionDisabledException: 'region-disabled',
    OptInRequired: 'region-disabled',
};
/**
 * Splits AWS's error codes by what they mean. SignatureDoesNotMatch alone has several meanings that only its message
 * tells apart; texts differ in case, full stops and wording, so a middle part is matched.
 */
function readRefusal(code, message) {
    const kind = BY_CODE[code] ?? 'other';
    if (kind !== 'signature')
        return kind;
    const text = message.toLowerCase();
    if (text.includes('signature expired') || text.includes('signature not yet current'))
        return 'time';
    if (text.includes('credential should be scoped'))
        return 'scope';
    return 'signature';
}
const THROTTLING = new Set([
    'Throttling',
    'ThrottlingException',
    'ThrottledException',
    'RequestThrottled',
    'RequestThrottledException',
    'RequestLimitExceeded',
    'TooManyRequestsException',
    'SlowDown',
    'PriorRequestNotComplete',
]);
/** STS throttles with HTTP 400, so the status alone does not tell (aws-sdk-go-v2#2481). */
function isThrottlingCode(code) {
    return THROTTLING.has(code);
}
const SERVICE_FAULT = new Set([
    'InternalFailure',
    'InternalError',
    'InternalServerError',
    'ServiceUnavailable',
    'ServiceUnavailableException',
    'RequestTimeout',
    'RequestTimeoutException',
]);
/** AWS's own fault, whatever the status: asking again may help. */
function isServiceFaultCode(code) {
    return SERVICE_FAULT.has(code);
}


/***/ }),

/***/ 1859:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Jf: () => (/* binding */ defaultRegionOf),
  Fh: () => (/* binding */ partitionOfArn),
  XP: () => (/* binding */ readRegion),
  HP: () => (/* binding */ stsHost)
});

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __nccwpck_require__(1916);
;// CONCATENATED MODULE: ./src/read/partitions.generated.ts
// Written by scripts/generate/partitions.ts: do not edit.
// Source: partition data (version 1.1) of @aws-sdk/core 3.981.0, and the default regions of
// https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html as of 2026-11-21.
const PARTITIONS = [
    {
        id: 'aws',
        dnsSuffix: 'amazonaws.com',
        dualStackDnsSuffix: 'api.aws',
        defaultRegion: 'us-east-1',
        regionRegex: '^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$',
        regions: [
            'af-south-1',
            'ap-east-1',
            'ap-east-2',
            'ap-northeast-1',
            'ap-northeast-2',
            'ap-northeast-3',
            'ap-south-1',
            'ap-south-2',
            'ap-southeast-1',
            'ap-southeast-2',
            'ap-southeast-3',
            'ap-southeast-4',
            'ap-southeast-5',
            'ap-southeast-6',
            'ap-southeast-7',
            'ca-central-1',
            'ca-west-1',
            'eu-central-1',
            'eu-central-2',
            'eu-north-1',
            'eu-south-1',
            'eu-south-2',
            'eu-west-1',
            'eu-west-2',
            'eu-west-3',
            'il-central-1',
            'me-central-1',
            'me-south-1',
            'me-west-1',
            'mx-central-1',
            'sa-east-1',
            'sa-west-1',
            'us-east-1',
            'us-east-2',
            'us-west-1',
            'us-west-2',
        ],
        optIn: [
            'af-south-1',
            'ap-east-1',
            'ap-east-2',
            'ap-south-2',
            'ap-southeast-3',
            'ap-southeast-4',
            'ap-southeast-5',
            'ap-southeast-6',
            'ap-southeast-7',
            'ca-west-1',
            'eu-central-2',
            'eu-south-1',
            'eu-south-2',
            'il-central-1',
            'me-central-1',
            'me-south-1',
            'me-west-1',
            'mx-central-1',
            'sa-west-1',
        ],
        pseudoRegions: ['aws-global'],
    },
    {
        id: 'aws-cn',
        dnsSuffix: 'amazonaws.com.cn',
        dualStackDnsSuffix: 'api.amazonwebservices.com.cn',
        defaultRegion: 'cn-northwest-1',
        regionRegex: '^cn\\-\\w+\\-\\d+$',
        regions: ['cn-north-1', 'cn-northwest-1'],
        optIn: [],
        pseudoRegions: ['aws-cn-global'],
    },
    {
        id: 'aws-eusc',
        dnsSuffix: 'amazonaws.eu',
        dualStackDnsSuffix: 'api.amazonwebservices.eu',
        defaultRegion: 'eusc-de-east-1',
        regionRegex: '^eusc\\-(de)\\-\\w+\\-\\d+$',
        regions: ['eusc-de-east-1'],
        optIn: [],
        pseudoRegions: [],
    },
    {
        id: 'aws-iso',
        dnsSuffix: 'c2s.ic.gov',
        dualStackDnsSuffix: 'api.aws.ic.gov',
        defaultRegion: 'us-iso-east-1',
        regionRegex: '^us\\-iso\\-\\w+\\-\\d+$',
        regions: ['us-iso-east-1', 'us-iso-west-1'],
        optIn: [],
        pseudoRegions: ['aws-iso-global'],
    },
    {
        id: 'aws-iso-b',
        dnsSuffix: 'sc2s.sgov.gov',
        dualStackDnsSuffix: 'api.aws.scloud',
        defaultRegion: 'us-isob-east-1',
        regionRegex: '^us\\-isob\\-\\w+\\-\\d+$',
        regions: ['us-isob-east-1', 'us-isob-west-1'],
        optIn: [],
        pseudoRegions: ['aws-iso-b-global'],
    },
    {
        id: 'aws-iso-e',
        dnsSuffix: 'cloud.adc-e.uk',
        dualStackDnsSuffix: 'api.cloud-aws.adc-e.uk',
        defaultRegion: 'eu-isoe-west-1',
        regionRegex: '^eu\\-isoe\\-\\w+\\-\\d+$',
        regions: ['eu-isoe-west-1'],
        optIn: [],
        pseudoRegions: ['aws-iso-e-global'],
    },
    {
        id: 'aws-iso-f',
        dnsSuffix: 'csp.hci.ic.gov',
        dualStackDnsSuffix: 'api.aws.hci.ic.gov',
        defaultRegion: 'us-isof-south-1',
        regionRegex: '^us\\-isof\\-\\w+\\-\\d+$',
        regions: ['us-isof-east-1', 'us-isof-south-1'],
        optIn: [],
        pseudoRegions: ['aws-iso-f-global'],
    },
    {
        id: 'aws-us-gov',
        dnsSuffix: 'amazonaws.com',
        dualStackDnsSuffix: 'api.aws',
        defaultRegion: 'us-gov-west-1',
        regionRegex: '^us\\-gov\\-\\w+\\-\\d+$',
        regions: ['us-gov-east-1', 'us-gov-west-1'],
        optIn: [],
        pseudoRegions: ['aws-us-gov-global'],
    },
];

;// CONCATENATED MODULE: ./src/read/region.ts


const KNOWN = PARTITIONS.flatMap(({ regions }) => regions);
const PSEUDO = new Set(['global', ...PARTITIONS.flatMap(({ pseudoRegions }) => pseudoRegions)]);
const MOST_NEAREST = 4;
/** Region names have at most 15 characters or so; a longer text is no typo of one. */
const LONGEST_TYPO = 32;
const TYPO = 2;
/** What the word before the number has been in every region so far. */
const DIRECTION = /^(?:central|(?:north|south)(?:east|west)?|east|west)$/;
function partitionOf(region) {
    return (PARTITIONS.find(({ regions, pseudoRegions }) => regions.includes(region) || pseudoRegions.includes(region)) ??
        PARTITIONS.find(({ regionRegex }) => new RegExp(regionRegex).test(region)));
}
function isOptIn(region, partition) {
    return partition?.id === 'aws' && (partition.optIn.includes(region) || !partition.regions.includes(region));
}
/** The form in which a region is written; what it is in spite of capitals, spaces and underscores. */
function tidy(name) {
    return name.trim().toLowerCase().replaceAll(/[\s_]/g, '-');
}
function nearestTo(name, furthest) {
    const text = tidy(name).slice(0, LONGEST_TYPO);
    const starting = text.length < 2 ? [] : KNOWN.filter((known) => known.startsWith(text));
    const near = KNOWN.map((known) => ({ known, off: (0,mod/* distance */.Io)(text, known) }))
        .filter(({ off }) => off <= furthest)
        .sort((a, b) => a.off - b.off)
        .map(({ known }) => known);
    return [...new Set([...near.filter((known) => starting.includes(known)), ...starting, ...near])].slice(0, MOST_NEAREST);
}
/** us-east-1a, us-east-1-bos-1a (a Local Zone) and use1-az1 (a zone's ID) are zones. */
function zoneOf(name) {
    const [, base] = /^([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})(?:-?[a-z]$|-[a-z]{2,4}\d?-)/.exec(name) ?? [];
    return base !== undefined && partitionOf(base) !== undefined ? base : undefined;
}
function flawOfForm(name) {
    if (/\s/.test(name) && partitionOf(name.replaceAll(/\s/g, '')) !== undefined) {
        return 'white-space';
    }
    if (name !== name.toLowerCase() && partitionOf(name.toLowerCase()) !== undefined) {
        return 'upper-case';
    }
    if (PSEUDO.has(tidy(name))) {
        return 'pseudo';
    }
    if (zoneOf(tidy(name)) !== undefined || /^[a-z]{2,4}\d-az\d$/.test(tidy(name))) {
        return 'availability-zone';
    }
    const short = tidy(name).length > 1 && KNOWN.some((known) => known.startsWith(`${tidy(name)}-`));
    return short || /^[a-z]{2}$/.test(tidy(name)) ? 'short' : undefined;
}
function flawOf(name) {
    const form = flawOfForm(name);
    if (form !== undefined || KNOWN.includes(name)) {
        return form;
    }
    const formed = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(name);
    if (partitionOf(name) !== undefined) {
        // A new region differs in its number or its direction; a typo is in the word.
        const isDirection = DIRECTION.test(name.split('-').at(-2) ?? '');
        return !isDirection && nearestTo(name, TYPO).length > 0 ? 'unknown-name' : undefined;
    }
    return formed ? 'unknown-name' : 'malformed';
}
/** The region that a flawed name stands for, as far as its form tells. */
function meant(name) {
    const bare = name.replaceAll(/\s/g, '').toLowerCase();
    return partitionOf(bare) === undefined ? (zoneOf(tidy(name)) ?? bare) : bare;
}
/**
 * Reads a region's name. A well-formed name that is not known is a flaw only where its direction is none and a known
 * name is within two changes of it: new regions appear every year. Total.
 */
function readRegion(name) {
    const flaw = flawOf(name);
    const region = meant(name);
    const partition = partitionOf(region);
    const zone = flaw === 'availability-zone' ? zoneOf(tidy(name)) : undefined;
    // A typo of a long name may be further off than one of a short name.
    const near = nearestTo(zone ?? (partition === undefined ? name : region), flaw === 'malformed' ? 4 : TYPO);
    return {
        name,
        known: KNOWN.includes(name),
        partition: partition?.id,
        dnsSuffix: partition?.dnsSuffix,
        optIn: flaw !== 'pseudo' && isOptIn(region, partition),
        availabilityZoneOf: zone,
        nearest: flaw === undefined || flaw === 'pseudo' ? [] : near,
        flaw,
    };
}
/** The partition that an ARN names, where it is a known one. */
function partitionOfArn(arn) {
    const [scheme, partition] = arn.split(':', 2);
    return scheme === 'arn' ? PARTITIONS.find(({ id }) => id === partition)?.id : undefined;
}
/** The region in which a partition's global services are signed, such as us-east-1 for aws. */
function defaultRegionOf(partition) {
    return PARTITIONS.find(({ id }) => id === partition)?.defaultRegion;
}
/**
 * Host of a region's STS endpoint, by the rules of the SDK's endpoint rule set; undefined where the name cannot be part
 * of a host name. An unknown region is taken for one of the partition aws, as the SDK does.
 */
function stsHost(region, { fips = false, dualStack = false } = {}) {
    if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(region)) {
        return undefined;
    }
    const partition = partitionOf(region) ?? PARTITIONS.find(({ id }) => id === 'aws');
    if (partition === undefined) {
        return undefined;
    }
    if (region === 'aws-global' && !fips && !dualStack) {
        return 'sts.amazonaws.com';
    }
    // GovCloud's ordinary endpoints are its FIPS ones.
    const service = fips && (partition.id !== 'aws-us-gov' || dualStack) ? 'sts-fips' : 'sts';
    return `${service}.${region}.${dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix}`;
}


/***/ }),

/***/ 8932:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ readRoleArn)
/* harmony export */ });
/** Limits of `RoleArn` in AssumeRole, and of names and paths in CreateRole (API references of STS and IAM). */
const MAX_ARN_LENGTH = 2_048;
const MAX_PATH_LENGTH = 512;
const NAME = /^[A-Za-z0-9_+=,.@-]{1,64}$/;
const PATH = /^[!-~]*$/;
const ACCOUNT = /^\d{12}$/;
const PARTITION = /^aws(-[a-z0-9]+)*$/;
/** Something that was to be filled in: an expression, a variable, a masked value, `<…>`, or a word for the account. */
const PLACEHOLDER = /\$\{|\$[A-Za-z_]|\*\*\*|[<>{}]|^(?:null|undefined|none)$/;
const ACCOUNT_PLACEHOLDER = /^[A-Za-z_-]+$/;
const STRAY = /[\s\p{Cf}\p{Cc}]/gu;
const RESOURCES = {
    'oidc-provider': 'oidc-provider',
    user: 'user',
    'instance-profile': 'instance-profile',
    policy: 'policy',
};
/**
 * Reads what `role-to-assume` holds. Never trims: a stray character is the fault to name.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
function readRoleArn(text) {
    if (text.length > MAX_ARN_LENGTH)
        return refused('malformed');
    if (PLACEHOLDER.test(text))
        return refused('placeholder');
    const clean = text.replace(STRAY, '');
    if (clean !== text)
        return refused(clean === '' ? 'malformed' : 'white-space', arnOf(readRoleArn(clean)));
    const unquoted = /^(["'`])(.*)\1$/.exec(text)?.[2];
    if (unquoted !== undefined)
        return refused('malformed', arnOf(readRoleArn(unquoted)));
    return text.toLowerCase().startsWith('arn:') ? readArn(text) : readOther(text);
}
function refused(is, correction) {
    return { ok: false, is, correction };
}
function arnOf(read) {
    return read.ok ? read.arn : read.correction;
}
function readOther(text) {
    if (ACCOUNT.test(text))
        return refused('account-id');
    const name = text.slice(text.lastIndexOf('/') + 1);
    return refused(NAME.test(name) && PATH.test(text) && !text.includes(':') ? 'bare-name' : 'malformed');
}
function readArn(text) {
    const [, partition, service, region, account, ...rest] = text.split(':');
    if (partition === undefined || service === undefined || region === undefined || account === undefined) {
        return refused('malformed');
    }
    const resource = rest.join(':');
    if (!PARTITION.test(partition)) {
        const lower = partition.toLowerCase();
        return refused('bad-partition', PARTITION.test(lower) ? correctedArn(lower, account, resource) : undefined);
    }
    if (service === 'sts' && resource.startsWith('assumed-role/'))
        return readAssumedRole(partition, account, resource);
    if (service !== 'iam')
        return refused('other-service', correctedArn(partition, account, resource));
    return readIamArn(text, partition, region, account, resource);
}
/** An assumed-role ARN leaves the role's path out, so the correction is right for a role without one. */
function readAssumedRole(partition, account, resource) {
    const name = resource.split('/')[1] ?? '';
    return refused('assumed-role', correctedArn(partition, account, `role/${name}`));
}
function readIamArn(text, partition, region, account, resource) {
    const slash = resource.indexOf('/');
    const type = slash < 0 ? resource : resource.slice(0, slash);
    if (type !== 'role')
        return refused(notARole(type), correctedArn(partition, account, resource));
    if (!ACCOUNT.test(account)) {
        const is = ACCOUNT_PLACEHOLDER.test(account) ? 'placeholder' : 'bad-account';
        return refused(is, correctedArn(partition, account, resource));
    }
    const role = slash < 0 ? undefined : nameAndPath(resource.slice(slash));
    if (role === undefined)
        return refused('malformed');
    if (region !== '' || !text.startsWith('arn:'))
        return refused('malformed', correctedArn(partition, account, resource));
    return { ok: true, partition, account, ...role, arn: text };
}
function notARole(type) {
    if (/^(?:roles?(?::.*)?)?$/is.test(type))
        return 'malformed';
    return Object.hasOwn(RESOURCES, type) ? (RESOURCES[type] ?? 'other-resource') : 'other-resource';
}
function nameAndPath(resource) {
    const end = resource.lastIndexOf('/') + 1;
    const path = resource.slice(0, end);
    const name = resource.slice(end);
    return NAME.test(name) && PATH.test(path) && path.length <= MAX_PATH_LENGTH ? { path, name } : undefined;
}
/** The role ARN with hyphens out of the account and a lost leading zero put back; undefined when it is none. */
function correctedArn(partition, account, resource) {
    const digits = account.replaceAll('-', '');
    const padded = /^\d{10,11}$/.test(digits) ? digits.padStart(12, '0') : digits;
    const named = /^roles?[/:](.+)$/i.exec(resource)?.[1];
    if (named === undefined || !ACCOUNT.test(padded))
        return undefined;
    return nameAndPath(`/${named}`) === undefined ? undefined : `arn:${partition}:iam::${padded}:role/${named}`;
}


/***/ }),

/***/ 9261:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ readSessionToken)
});

// EXTERNAL MODULE: ./src/read/characters.ts
var characters = __nccwpck_require__(1462);
// EXTERNAL MODULE: ./src/read/access-key-id.ts
var access_key_id = __nccwpck_require__(5650);
// EXTERNAL MODULE: ./src/read/placeholder.ts
var placeholder = __nccwpck_require__(9925);
;// CONCATENATED MODULE: ./src/read/protobuf.ts
/** A reader of the protobuf wire format that stays within bounds: https://protobuf.dev/programming-guides/encoding/ */
const CONTINUES = 0x80;
const LONGEST_VARINT = 10;
const LARGEST_LENGTH = 1n << 31n;
function readVarint(bytes, start) {
    let value = 0n;
    for (let count = 0; count < LONGEST_VARINT; count += 1) {
        const byte = bytes[start + count];
        if (byte === undefined) {
            return 'cut';
        }
        value |= BigInt(byte & ~CONTINUES) << BigInt(7 * count);
        if (byte < CONTINUES) {
            return { value, end: start + count + 1 };
        }
    }
    return 'invalid';
}
function cutAt(end, number, partial) {
    return { kind: 'cut', number, end, partial };
}
function readBytes(bytes, start, number, at) {
    const length = readVarint(bytes, at);
    if (length === 'cut') {
        return cutAt(bytes.length + 1, number);
    }
    if (length === 'invalid' || length.value >= LARGEST_LENGTH) {
        return { kind: 'invalid' };
    }
    const end = length.end + Number(length.value);
    const content = bytes.subarray(length.end, end);
    return end > bytes.length
        ? cutAt(end, number, content)
        : { kind: 'field', field: { number, start, end, wire: 'bytes', bytes: content } };
}
function readFixed(bytes, start, number, at, size) {
    const end = at + size;
    return end > bytes.length
        ? cutAt(end, number)
        : { kind: 'field', field: { number, start, end, wire: 'fixed', bytes: bytes.subarray(at, end) } };
}
/** Reads what stands at an offset. Total: any bytes and any offset give an answer. Groups count as invalid. */
function readField(bytes, start) {
    if (start >= bytes.length) {
        return { kind: 'end' };
    }
    const key = readVarint(bytes, start);
    if (key === 'cut') {
        return cutAt(bytes.length + 1);
    }
    if (key === 'invalid' || key.value >> 3n === 0n || key.value >> 3n > 0x1fffffffn) {
        return { kind: 'invalid' };
    }
    const number = Number(key.value >> 3n);
    switch (Number(key.value & 7n)) {
        case 0: {
            const varint = readVarint(bytes, key.end);
            if (varint === 'cut') {
                return cutAt(bytes.length + 1, number);
            }
            return varint === 'invalid'
                ? { kind: 'invalid' }
                : { kind: 'field', field: { number, start, end: varint.end, wire: 'varint', value: varint.value } };
        }
        case 1:
            return readFixed(bytes, start, number, key.end, 8);
        case 2:
            return readBytes(bytes, start, number, key.end);
        case 5:
            return readFixed(bytes, start, number, key.end, 4);
        default:
            return { kind: 'invalid' };
    }
}

;// CONCATENATED MODULE: ./src/read/session-token-message.ts
/**
 * The message inside a session token. AWS documents nothing of it; fields after Tal Be'ery, "Revealing the Inner
 * Structure of AWS Session Tokens" (medium.com/@TalBeerySec, 2024). What is read here explains, it never judges.
 */

const NAME = { wire: 'bytes', part: 'its name' };
const KEY = { wire: 'varint', part: 'the number of its key' };
const REGION = { wire: 'bytes', part: 'the issuing region' };
const SIGNATURE = { wire: 'bytes', part: 'the signature' };
const ENCRYPTED = { wire: 'bytes', part: 'the encrypted part' };
const TIME = { wire: 'varint', part: 'the time of issue' };
const REST = { wire: 'bytes', part: 'the part after the time of issue' };
const V1_FIELDS = [NAME, KEY, ENCRYPTED, ENCRYPTED, TIME];
const V1 = { version: 1, names: ['aws', 'er/aws'], region: undefined, user: undefined, time: 5 };
const V2 = {
    version: 2,
    names: ['origin_ec'],
    fields: [NAME, KEY, REGION, SIGNATURE, ENCRYPTED, TIME, REST],
    region: 3,
    user: 5,
    time: 6,
};
const FORMATS = new Map([
    [0x15, { ...V1, fields: V1_FIELDS }],
    [0x17, { ...V1, fields: [...V1_FIELDS, REST] }],
    [0x02, V2],
    [0x21, V2],
]);
/** As many bytes of type and name must be there before a start is taken for a token's. */
const SHORTEST_START = 5;
const EARLIEST = Date.UTC(2010, 0) / 1000;
const LATEST = Date.UTC(2100, 0) / 1000;
/** Far above any token seen (some 1,000 bytes): a length beyond it is an altered one, not a cut. */
const LARGEST = 65_536;
function textOf(field) {
    return field?.wire === 'bytes' ? Buffer.from(field.bytes).toString('latin1') : undefined;
}
function formatOf(bytes) {
    const format = FORMATS.get(bytes[0] ?? -1);
    const start = Buffer.from(bytes.subarray(1, 14)).toString('latin1');
    const known = format?.names.some((name) => {
        const expected = `\n${String.fromCharCode(name.length)}${name}`;
        return start.startsWith(expected) || (start.length >= SHORTEST_START - 1 && expected.startsWith(start));
    });
    return known === true ? format : undefined;
}
function walk(bytes, format) {
    const fields = [];
    for (let at = 1;;) {
        const step = readField(bytes, at);
        if (step.kind !== 'field') {
            return { fields, stop: step, at };
        }
        const next = fields.length + 1;
        const { field } = step;
        const known = next <= format.fields.length;
        const fits = known ? field.number === next && field.wire === format.fields[next - 1]?.wire : field.number >= next;
        if (!fits) {
            return { fields, stop: { kind: 'unexpected' }, at };
        }
        fields.push(field);
        at = field.end;
    }
}
/** The account stands in the part about the user, and is there even where that part is cut. */
function accountOf(user) {
    for (let at = 0; user !== undefined;) {
        const step = readField(user, at);
        if (step.kind !== 'field') {
            return undefined;
        }
        if (step.field.number === 3) {
            return textOf(step.field);
        }
        at = step.field.end;
    }
    return undefined;
}
function endOf({ fields, stop }, format) {
    const timeRead = fields.length >= format.time;
    const allRead = fields.length >= format.fields.length;
    const next = fields.length + 1;
    if (stop.kind === 'end') {
        return timeRead ? 'complete' : 'truncated';
    }
    if (stop.kind === 'cut' && !allRead && stop.end < LARGEST && (stop.number === undefined || stop.number === next)) {
        return 'truncated';
    }
    return timeRead ? 'trailing' : 'altered';
}
function contentsOf({ fields, stop }, format) {
    const user = fields[(format.user ?? 0) - 1];
    const cutUser = stop.kind === 'cut' && stop.number === format.user ? stop.partial : undefined;
    const time = fields[format.time - 1];
    return {
        region: textOf(fields[(format.region ?? 0) - 1]),
        account: accountOf(user?.wire === 'bytes' ? user.bytes : cutUser),
        seconds: time?.wire === 'varint' ? Number(time.value) : undefined,
    };
}
/** Which of the contents cannot be what they should be. */
function implausible({ region, account, seconds }) {
    if (region !== undefined && !/^[a-z]{2,5}(?:-[a-z0-9]{1,16}){1,4}$/.test(region)) {
        return REGION.part;
    }
    if (account !== undefined && !/^\d{12}$/.test(account)) {
        return 'the account';
    }
    return seconds === undefined || (seconds > EARLIEST && seconds < LATEST) ? undefined : TIME.part;
}
/** Reads a token's bytes; undefined where they are of no known type. Total: any bytes give an answer. */
function readTokenMessage(bytes) {
    const format = formatOf(bytes);
    if (format === undefined) {
        return undefined;
    }
    const way = walk(bytes, format);
    const contents = contentsOf(way, format);
    const wrong = implausible(contents);
    const end = wrong === undefined ? endOf(way, format) : 'altered';
    const cutEnd = way.stop.kind === 'cut' ? way.stop.end : bytes.length + 1;
    return {
        type: bytes[0] ?? 0,
        version: format.version,
        end,
        hasAllParts: way.fields.length >= format.fields.length,
        expected: end === 'truncated' ? cutEnd : way.at,
        part: end === 'complete' ? undefined : (wrong ?? format.fields[way.fields.length]?.part),
        issuedAt: contents.seconds === undefined || wrong === TIME.part ? undefined : new Date(contents.seconds * 1000),
        issuedIn: wrong === REGION.part ? undefined : contents.region,
        account: wrong === 'the account' ? undefined : contents.account,
    };
}

// EXTERNAL MODULE: ./src/read/unsafe-content.ts
var unsafe_content = __nccwpck_require__(3708);
;// CONCATENATED MODULE: ./src/read/not-a-token.ts




/** What a value is that cannot be a session token, in our own words. */
function notAToken(value) {
    const text = value.trim();
    if (text === '') {
        return 'it is empty';
    }
    if (/^eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(text)) {
        return 'it is a JSON Web Token';
    }
    if (/^(?:gh[a-z]|github_pat)_[A-Za-z0-9_]+$/.test(text)) {
        return 'it is a GitHub token';
    }
    if ((0,access_key_id/* isAccessKeyId */.Pw)(text)) {
        return 'it is an access key ID';
    }
    if ((0,unsafe_content/* isSecretAccessKey */.Ii)(text) && readTokenMessage(Buffer.from(text, 'base64')) === undefined) {
        return 'it has the form of a secret access key';
    }
    if (/^[{[]/.test(text)) {
        return 'it is JSON';
    }
    return (0,placeholder/* readPlaceholder */.Q)(text) === undefined ? undefined : 'it is a placeholder';
}

;// CONCATENATED MODULE: ./src/read/unreadable-token.ts

/** How tokens begin in base64: type, length and name (session-token-message.ts). */
const HEADS = ['IQoJb3JpZ2luX2Vj', 'AgoJb3JpZ2luX2Vj', 'FwoGZXIvYXdz', 'FQoDYXdz'];
/** So much of a head must be left to be told from chance. */
const SHORTEST_HEAD = 6;
/** The shortest tokens seen have some 270 characters. */
const SHORTEST_TOKEN = 100;
/** How many characters of its head a token has lost; undefined where its start is no rest of one. */
function lostOf(value) {
    for (const head of HEADS) {
        for (let lost = 1; lost <= head.length - SHORTEST_HEAD; lost += 1) {
            if (value.startsWith(head.slice(lost)))
                return lost;
        }
    }
    return undefined;
}
/** Tells an encoded token, a beheaded one and a fragment apart from a token of unknown make, which is no fault. */
function readUnreadable(value, bytes) {
    const text = bytes.toString('latin1').trim();
    if (/^[A-Za-z0-9+/]{100,}={0,2}$/.test(text) && readTokenMessage(Buffer.from(text, 'base64')) !== undefined) {
        return { state: 'encoded', detail: 'decoded from base64 it has the form of a session token', repaired: text };
    }
    const lost = lostOf(value);
    if (lost !== undefined) {
        return { state: 'beheaded', detail: `its first ${lost === 1 ? 'character is' : `${lost} characters are`} lost` };
    }
    return value.length < SHORTEST_TOKEN
        ? { state: 'not-a-token', detail: 'session tokens have hundreds of characters' }
        : { state: 'opaque' };
}

;// CONCATENATED MODULE: ./src/read/session-token.ts




const BASE64 = /^[A-Za-z0-9+/=]$/;
const ANY_BASE64 = /^[A-Za-z0-9+/=_-]$/;
/** Below this, text with characters that no token has is not called a damaged token. */
const SHORTEST_DAMAGED = 100;
function facts(value, state, more = {}) {
    return {
        characters: value.length,
        state,
        version: undefined,
        type: undefined,
        issuedAt: undefined,
        issuedIn: undefined,
        account: undefined,
        bytes: undefined,
        detail: undefined,
        repaired: undefined,
        ...more,
    };
}
function fromMessage({ version, type, issuedAt, issuedIn, account }) {
    return { version, type, issuedAt, issuedIn, account };
}
/** A value with characters outside base64: damaged where it begins as a token or is long, else not a token. */
function withForeign(value, index) {
    const { codePoint, name } = (0,characters/* placeAt */.BW)(value, index);
    const detail = `character ${index + 1} is ${codePoint}${name === codePoint ? '' : ` (${name})`}`;
    const head = readTokenMessage(Buffer.from(value.slice(0, index - (index % 4)), 'base64'));
    if (head !== undefined) {
        return facts(value, 'not-base64', { ...fromMessage(head), detail });
    }
    const foreign = (0,characters/* indicesOutside */.X9)(value, ANY_BASE64, value.length).length;
    const damaged = value.length >= SHORTEST_DAMAGED && foreign * 20 < value.length;
    return facts(value, damaged ? 'not-base64' : 'not-a-token', { detail });
}
function halfOf(value) {
    const half = value.slice(0, value.length / 2);
    if (half === '' || half + half !== value) {
        return undefined;
    }
    const one = readDecoded(half);
    return one.state === 'complete' || one.state === 'padding-lost'
        ? { ...one, characters: value.length, state: 'doubled', detail: 'it is there twice', repaired: half }
        : undefined;
}
/** A message that is whole: is its base64 text whole as well? */
function readWhole(value, bytes, message) {
    const canonical = bytes.toString('base64');
    const about = fromMessage(message);
    if (value === canonical) {
        return facts(value, 'complete', about);
    }
    if (!message.hasAllParts) {
        const counted = { expected: bytes.length + 1, actual: bytes.length };
        return facts(value, 'truncated', { ...about, bytes: counted, detail: 'it ends after the time of issue' });
    }
    if (canonical.startsWith(value)) {
        const lost = canonical.length - value.length;
        const detail = `its padding is not there: ${lost} equals ${lost === 1 ? 'sign' : 'signs'} at the end`;
        return facts(value, 'padding-lost', { ...about, detail, repaired: canonical });
    }
    if (value.startsWith(canonical)) {
        const detail = `${value.length - canonical.length} characters too many at the end`;
        return facts(value, 'trailing', { ...about, detail, repaired: canonical });
    }
    return facts(value, 'altered', { ...about, detail: 'its last character is not as encoded' });
}
/** Reads base64 of the standard alphabet whose padding, if any, stands at the end. */
function readDecoded(value) {
    const bytes = Buffer.from(value, 'base64');
    const message = readTokenMessage(bytes);
    // What emulators invent begins like the oldest type, so only a flawless one of that type is taken for AWS's.
    if (message === undefined || (message.type === 0x15 && message.end === 'altered')) {
        const { state, ...more } = readUnreadable(value, bytes);
        return facts(value, state, more);
    }
    const about = fromMessage(message);
    const counted = { expected: message.expected, actual: bytes.length };
    switch (message.end) {
        case 'complete':
            return readWhole(value, bytes, message);
        case 'truncated':
            return facts(value, 'truncated', {
                ...about,
                bytes: counted,
                detail: `it ends in ${message.part ?? 'the middle'}`,
            });
        case 'trailing': {
            const repaired = bytes.subarray(0, message.expected).toString('base64');
            return facts(value, 'trailing', { ...about, bytes: counted, detail: 'more follows after its end', repaired });
        }
        case 'altered':
            return facts(value, 'altered', { ...about, detail: `${message.part ?? 'a part of it'} is not as AWS writes it` });
    }
}
/** Padding in the middle ends a token: what stands before it is one, and more follows. */
function readPadded(value) {
    const [first = ''] = /^[^=]*=*/.exec(value) ?? [];
    if (first.length === value.length) {
        return readDecoded(value);
    }
    const one = readDecoded(first);
    if (one.state === 'complete') {
        const detail = 'more follows after its padding';
        return { ...one, characters: value.length, state: 'trailing', detail, repaired: first };
    }
    const detail = `character ${value.indexOf('=') + 1} is U+003D (equals sign), which stands at the end only`;
    return { ...one, characters: value.length, state: one.state === 'opaque' ? 'opaque' : 'not-base64', detail };
}
/**
 * Reads what a session token tells by itself: never a verdict, as AWS documents nothing of it and STS is the judge.
 * Total: any text gives an answer.
 */
function readSessionToken(value) {
    const other = notAToken(value);
    if (other !== undefined) {
        return facts(value, 'not-a-token', { detail: other });
    }
    const [foreign] = (0,characters/* indicesOutside */.X9)(value, ANY_BASE64, 1);
    if (foreign !== undefined) {
        return withForeign(value, foreign);
    }
    if ((0,characters/* indicesOutside */.X9)(value, BASE64, 1).length > 0) {
        const standard = value.replaceAll('-', '+').replaceAll('_', '/');
        const { state, ...read } = readPadded(standard);
        return state === 'opaque' || state === 'not-a-token'
            ? facts(value, state, { detail: read.detail })
            : { ...read, state: 'not-base64', detail: 'it is in the URL-safe alphabet', repaired: read.repaired ?? standard };
    }
    return halfOf(value) ?? readPadded(value);
}


/***/ }),

/***/ 5376:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   lx: () => (/* binding */ readSession),
/* harmony export */   tk: () => (/* binding */ LONGEST_ROLE_SESSION),
/* harmony export */   ul: () => (/* binding */ LONGEST_SESSION)
/* harmony export */ });
/* harmony import */ var _expiration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3807);

const HOUR = 3600_000;
/** AssumeRole and its kin last 12 h at most; GetSessionToken and GetFederationToken 36 h (STS API Reference). */
const LONGEST_ROLE_SESSION = 12 * HOUR;
const LONGEST_SESSION = 36 * HOUR;
/**
 * Long-term credentials do not end, whatever a left-over variable says; the input `expires-at` is meant for this step,
 * and counts. An upper bound that lies in the past is refuted where STS accepts the session.
 */
function readSession(inputs) {
    const now = new Date(inputs.localNow - (inputs.clock?.skewSeconds ?? 0) * 1000);
    const none = { now, issuedAt: undefined, issuedIn: undefined, expiresAt: undefined, endsBefore: undefined };
    if (!inputs.isTemporary)
        return { ...none, ...endOf(inputs.expiresAt && { at: inputs.expiresAt, basis: 'input' }, now) };
    const issuedAt = inputs.token?.issuedAt;
    const longest = inputs.identity?.principalType === 'assumed-role' ? LONGEST_ROLE_SESSION : LONGEST_SESSION;
    const bound = issuedAt && new Date(issuedAt.getTime() + longest);
    const endsBefore = inputs.identity !== undefined && bound !== undefined && bound <= now ? undefined : bound;
    const end = endOf(expirationOf(inputs), now);
    const basis = endsBefore && 'issue time plus the longest lifetime of a session (upper bound)';
    return {
        now,
        issuedAt,
        issuedIn: inputs.token?.issuedIn,
        endsBefore,
        ...end,
        basis: end.basis ?? basis,
    };
}
function endOf(end, now) {
    return {
        expiresAt: end?.at,
        basis: end?.basis,
        secondsRemaining: end && Math.floor((end.at.getTime() - now.getTime()) / 1000),
    };
}
function expirationOf(inputs) {
    if (inputs.expiresAt !== undefined)
        return { at: inputs.expiresAt, basis: 'input' };
    for (const { text, name } of inputs.stated) {
        const parsed = (0,_expiration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseExpiration */ .l)(text);
        if ('at' in parsed)
            return { at: parsed.at, basis: name };
    }
    return undefined;
}


/***/ }),

/***/ 3503:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ explainsRefusal),
/* harmony export */   Pe: () => (/* binding */ isAtLimit),
/* harmony export */   ow: () => (/* binding */ wasHeldBack)
/* harmony export */ });
/* harmony import */ var _aws_error_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3719);

/** Seconds. No AWS service refuses a signature that is less than 5 minutes off: a smaller skew is not the cause. */
const LEAST_REFUSED = 60;
/** True where the measured skew explains that AWS refused the signature's date. */
function explainsRefusal({ skewSeconds, uncertaintySeconds }) {
    return Math.abs(skewSeconds) - uncertaintySeconds > LEAST_REFUSED;
}
/**
 * True for a request that something kept until its signature expired: the date that was signed is exactly the limit
 * ("20141104T062952Z is now earlier than 20141104T062952Z", aws-sdk-js#401), and the clock is not off by as much.
 * @param message - of the refusal
 */
function wasHeldBack(message, clock) {
    return isAtLimit(message) && (clock === undefined || !explainsRefusal(clock));
}
/** True where the date that was signed is exactly the earliest that the refusal would have let pass. */
function isAtLimit(message) {
    const times = (0,_aws_error_js__WEBPACK_IMPORTED_MODULE_0__/* .readSignatureTimes */ .j)(message);
    if (times?.direction !== 'expired')
        return false;
    return times.serverTime.getTime() - times.signedAt.getTime() === times.windowMinutes * 60_000;
}


/***/ }),

/***/ 3640:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  WV: () => (/* binding */ readStray),
  Yf: () => (/* binding */ unsendable)
});

// UNUSED EXPORTS: isPlain

// EXTERNAL MODULE: ./src/read/characters.ts
var characters = __nccwpck_require__(1462);
;// CONCATENATED MODULE: ./src/read/stray-kinds.ts
/** Which characters never belong to a key, a secret or a token, and what each kind is called. */
const KINDS = [
    [/^[\n\r\v\f\u0085\u2028\u2029]$/, 'line-end'],
    [/^[\u00A0\u2007\u202F]$/, 'no-break-space'],
    [/^\uFEFF$/, 'byte-order-mark'],
    [/^[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]$/, 'zero-width'],
    [/^[\t\p{Zs}]$/u, 'white-space'],
    [/^["'`]$/, 'quotes'],
    [/^[\u00AB\u00BB\u2018-\u201F\u2032\u2033\u2039\u203A]$/, 'smart-quotes'],
    [/^\p{Cc}$/u, 'control'],
];
/** The kind of a character that belongs at no end of a value, or undefined. */
function kindAtEnds(character) {
    return KINDS.find(([form]) => form.test(character))?.[1];
}
/** The kind of a character that belongs nowhere in a value, whatever the rest looks like. */
function kindAnywhere(character) {
    const kind = kindAtEnds(character);
    return kind === 'line-end' || kind === 'byte-order-mark' || kind === 'zero-width' || kind === 'control'
        ? kind
        : undefined;
}
/** The kind of a space, which may stand in a value where it is not one of ours. */
function kindOfSpace(character) {
    const kind = kindAtEnds(character);
    return kind === 'white-space' || kind === 'no-break-space' ? kind : undefined;
}

;// CONCATENATED MODULE: ./src/read/stray-ends.ts

/** `NAME=`, `export NAME=`, `NAME: `, `AWS Access Key ID [None]: `, and the `-n ` that some shells' echo prints. */
const ASSIGNMENT = /(?:(?:export|set|setx|env|--env|-e) {1,4}|\$env:)?["']?(?:TF_VAR_|INPUT_)?(?:aws[ _-]?)?(?:access[ _-]?key(?:[ _-]?id)?|secret(?:[ _-]?access)?[ _-]?key|(?:session|security)[ _-]?token)["']?(?: ?\[[^\]\r\n]{0,40}\])? {0,4}(?:=>|:=|[=:])|-n[ \t]+/iy;
const MISREAD_BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';
function atStart(value, start, end) {
    const character = value.charAt(start);
    const kind = kindAtEnds(character);
    if (kind !== undefined) {
        return { start: start + 1, end, kind, index: start };
    }
    if (value.startsWith(MISREAD_BYTE_ORDER_MARK, start)) {
        return { start: start + 3, end, kind: 'byte-order-mark', index: start };
    }
    const quoted = character === '\\' && start + 1 < end && kindAtEnds(value.charAt(start + 1)) === 'quotes';
    return quoted ? { start: start + 1, end, kind: 'escape', index: start } : undefined;
}
function atEnd(value, start, end) {
    const character = value.charAt(end - 1);
    const kind = character === ',' || character === ';' ? 'trailing-separator' : kindAtEnds(character);
    if (kind !== undefined) {
        return { start, end: end - 1, kind, index: end - 1 };
    }
    if (character === '\\') {
        return { start, end: end - 1, kind: 'escape', index: end - 1 };
    }
    const escaped = end - start >= 2 && 'nrt'.includes(character) && value.charAt(end - 2) === '\\';
    return escaped ? { start, end: end - 2, kind: 'escape', index: end - 2 } : undefined;
}
function assignmentAt(value, start, end) {
    const form = new RegExp(ASSIGNMENT);
    form.lastIndex = start;
    const length = form.exec(value)?.[0].length ?? 0;
    return length === 0 || start + length > end ? undefined : { start: start + length, end, kind: 'assignment' };
}
/** ` # rotated in May`, behind a value in a file: botocore keeps it as part of the value, the SDK for JavaScript does not. */
function commentAt(value, start, end) {
    const [, before = '', comment] = /^([^\s#;]+[ \t]+)([#;][^\r\n]*)$/.exec(value.slice(start, end)) ?? [];
    return comment === undefined
        ? undefined
        : { start, end: start + before.trimEnd().length, kind: 'comment', index: start + before.length };
}
/** Takes off, from both ends, all that cannot belong to a value. */
function peelEnds(value) {
    const kinds = new Set();
    const indices = [];
    let start = 0;
    let end = value.length;
    while (start < end) {
        const span = 
        // Before what stands at the comment's own end; it reads the whole text, so not in every round.
        (kinds.size === 0 ? commentAt(value, start, end) : undefined) ??
            atStart(value, start, end) ??
            atEnd(value, start, end) ??
            assignmentAt(value, start, end) ??
            commentAt(value, start, end);
        if (span === undefined) {
            break;
        }
        kinds.add(span.kind);
        if (span.index !== undefined) {
            indices.push(span.index);
        }
        ({ start, end } = span);
    }
    return { text: value.slice(start, end), start, kinds: [...kinds], indices };
}

// EXTERNAL MODULE: ./src/read/access-key-id.ts
var access_key_id = __nccwpck_require__(5650);
// EXTERNAL MODULE: ./src/read/session-token.ts + 4 modules
var session_token = __nccwpck_require__(9261);
// EXTERNAL MODULE: ./src/read/unsafe-content.ts
var unsafe_content = __nccwpck_require__(3708);
;// CONCATENATED MODULE: ./src/read/stray-inside.ts





const ALPHABETS = {
    accessKeyId: /^[A-Za-z0-9]+$/,
    secretAccessKey: /^[A-Za-z0-9+/]+$/,
    sessionToken: /^[A-Za-z0-9+/_-]+={0,2}$/,
};
/** The shortest tokens seen have some 270 characters; any other text is not put right into one. */
const SHORTEST_TOKEN = 100;
function isAllowed(text, field) {
    return ALPHABETS[field].test(text);
}
/** As it should be: for a token there is no such form, so its alphabet and a length that every token has must do. */
function isWellFormed(text, field) {
    if (field === 'accessKeyId') {
        return (0,access_key_id/* isAccessKeyId */.Pw)(text);
    }
    if (field === 'secretAccessKey') {
        return (0,unsafe_content/* isSecretAccessKey */.Ii)(text);
    }
    return text.length >= SHORTEST_TOKEN && isAllowed(text, field);
}
function without(text, kindOf) {
    const kinds = new Set();
    const indices = [];
    const kept = [];
    for (let index = 0; index < text.length; index += 1) {
        const character = text.charAt(index);
        const kind = kindOf(character);
        if (kind === undefined) {
            kept.push(character);
        }
        else {
            kinds.add(kind);
            indices.push(index);
        }
    }
    return { text: kept.join(''), kinds: [...kinds], indices };
}
/** Several values pasted as one: the only one of them that fits. */
function onlyFittingPart(text, field) {
    if (field === 'sessionToken') {
        return undefined;
    }
    const parts = new Set(text.split(/\s+/).map((part) => peelEnds(part).text));
    const fitting = [...parts].filter((part) => isWellFormed(part, field));
    const [only] = fitting;
    if (only === undefined || fitting.length > 1 || only === text) {
        return undefined;
    }
    const { kinds, indices } = without(text, (character) => /\s/.test(character) ? (kindAnywhere(character) ?? kindOfSpace(character)) : undefined);
    return { text: only, kinds, indices };
}
/** Any `NAME=` or `NAME:` in front of a value that fits. */
function assigned(text, field) {
    const rest = /^[A-Za-z_][\w.-]*["']?[ \t]{0,4}[=:](.+)$/s.exec(text)?.[1];
    const value = rest === undefined ? '' : peelEnds(rest).text;
    // A token's alphabet has nothing against a name in front of it: it must be one that can be read.
    const fits = field === 'sessionToken' ? (0,session_token/* readSessionToken */.q)(value).state === 'complete' : isWellFormed(value, field);
    return fits ? { text: value, kinds: ['assignment'], indices: [] } : undefined;
}
function unescaped(text) {
    return text
        .replaceAll(/\\u002f/gi, '/')
        .replaceAll(/\\u002b/gi, '+')
        .replaceAll(/\\u003d/gi, '=')
        .replaceAll(/\\{1,4}([/+=])/g, '$1');
}
function urlDecoded(text) {
    const decoded = text.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    return peelEnds(decoded).text;
}
/** A `+` that a form decoder turned into a space. */
function plusAgain(text, field) {
    const guess = text.replaceAll(' ', '+');
    if (field === 'accessKeyId' || guess === text) {
        return undefined;
    }
    const fits = field === 'secretAccessKey' ? (0,unsafe_content/* isSecretAccessKey */.Ii)(guess) : (0,session_token/* readSessionToken */.q)(guess).state === 'complete';
    return fits ? guess : undefined;
}
function changed(text, to, kind, sign) {
    return { text: to, kinds: [kind], indices: [text.indexOf(sign)] };
}
/** The first way of putting the rest right that gives a fitting value. */
function decoded(text, field) {
    const plain = unescaped(text);
    if (plain !== text && isWellFormed(plain, field)) {
        return changed(text, plain, 'escape', '\\');
    }
    const read = urlDecoded(text);
    if (read !== text && isAllowed(read, field)) {
        return changed(text, read, 'url-encoding', '%');
    }
    const plus = plusAgain(text, field);
    if (plus !== undefined) {
        return changed(text, plus, 'url-encoding', ' ');
    }
    const closed = without(text, kindOfSpace);
    if (closed.indices.length > 0 && isWellFormed(closed.text, field)) {
        return closed;
    }
    const both = urlDecoded(unescaped(closed.text));
    return both !== closed.text && isWellFormed(both, field)
        ? { ...closed, text: both, kinds: [...closed.kinds, text.includes('%') ? 'url-encoding' : 'escape'] }
        : undefined;
}
/** Takes out what cannot belong within a value of this field. The ends are peeled already. */
function cleanInside(text, field) {
    const part = assigned(text, field) ?? onlyFittingPart(text, field);
    if (part !== undefined) {
        return part;
    }
    const bare = without(text, kindAnywhere);
    const then = decoded(bare.text, field);
    if (then === undefined) {
        return bare;
    }
    // Offsets after a removal are no longer the value's own.
    const indices = bare.indices.length > 0 ? bare.indices : then.indices;
    return { text: then.text, kinds: [...new Set([...bare.kinds, ...then.kinds])], indices };
}

;// CONCATENATED MODULE: ./src/read/stray-characters.ts



const PLACES_SHOWN = 5;
/**
 * The first character that Node.js refuses in a header: a control character other than a tab, or one above U+00FF
 * (`checkInvalidHeaderChar` in nodejs/node lib/_http_common.js).
 */
function unsendable(value) {
    const [index] = (0,characters/* indicesOutside */.X9)(value, /^[\t\u0020-\u007E\u0080-\u00FF]$/, 1);
    return index === undefined ? undefined : (0,characters/* placeAt */.BW)(value, index);
}
/** What most values are: nothing stray is written in these characters alone. */
const PLAIN = {
    accessKeyId: /^[A-Za-z0-9]+$/,
    secretAccessKey: /^[A-Za-z0-9+/]+$/,
    sessionToken: /^[A-Za-z0-9+/]{100,}={0,2}$/,
};
/** True where there is no need to look closer. */
function isPlain(value, field) {
    return PLAIN[field].test(value);
}
function find(value, field) {
    // The last character of a token may be a plus sign that became a space: it must not be taken for white space.
    const plus = field === 'sessionToken' ? plusAgain(value, field) : undefined;
    if (plus !== undefined) {
        return { kinds: ['url-encoding'], indices: [value.indexOf(' ')], repaired: plus, inside: true };
    }
    const peeled = peelEnds(value);
    const cleaned = cleanInside(peeled.text, field);
    if (cleaned.text === value) {
        return undefined;
    }
    return {
        kinds: [...new Set([...peeled.kinds, ...cleaned.kinds])],
        indices: [...peeled.indices, ...cleaned.indices.map((index) => peeled.start + index)],
        repaired: cleaned.text,
        inside: cleaned.kinds.some((kind) => kind !== 'assignment'),
    };
}
/**
 * Finds what does not belong to a value (white space, quotes, invisible characters, URL-encoding, a `NAME=` in front)
 * and gives the value without it; undefined where there is nothing of the kind. Total: any text gives an answer.
 */
function readStray(value, field) {
    const first = isPlain(value, field) ? undefined : find(value, field);
    if (first === undefined) {
        return undefined;
    }
    const kinds = new Set(first.kinds);
    let { repaired, inside } = first;
    // What was taken away may have covered more; each round leaves less or ends.
    for (let next = find(repaired, field); next !== undefined; next = find(repaired, field)) {
        next.kinds.forEach((kind) => kinds.add(kind));
        inside ||= next.inside;
        ({ repaired } = next);
    }
    const places = first.indices.toSorted((a, b) => a - b).slice(0, PLACES_SHOWN);
    return {
        kinds: [...kinds],
        places: places.map((index) => (0,characters/* placeAt */.BW)(value, index)),
        repaired,
        sendable: unsendable(value) === undefined,
        inside,
    };
}


/***/ }),

/***/ 431:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   NP: () => (/* binding */ ONE_CHARACTER),
/* harmony export */   To: () => (/* binding */ stringLike),
/* harmony export */   YF: () => (/* binding */ tokensMatch),
/* harmony export */   al: () => (/* binding */ ANY_CHARACTERS),
/* harmony export */   t7: () => (/* binding */ patternTokens)
/* harmony export */ });
/** `*`: any number of characters, none included. */
const ANY_CHARACTERS = Symbol('*');
/** `?`: exactly one character. */
const ONE_CHARACTER = Symbol('?');
/** Takes a pattern apart; every `*` and `?` in it is a wildcard. */
function patternTokens(pattern) {
    return Array.from(pattern, (character) => character === '*' ? ANY_CHARACTERS : character === '?' ? ONE_CHARACTER : character);
}
/**
 * IAM's `StringLike`: case-sensitive, over the whole value, `*` and `?` as wildcards anywhere.
 * One pass over the value, without backtracking, whatever the pattern.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
function stringLike(pattern, value) {
    return tokensMatch(patternTokens(pattern), value);
}
/** `stringLike` for a pattern already taken apart, in which a literal `*` or `?` may stand. */
function tokensMatch(tokens, value) {
    const characters = Array.from(value);
    const singles = tokens.filter((token) => token !== ANY_CHARACTERS);
    if (singles.length > characters.length)
        return false;
    const { steps, anyStep, stays } = automaton(tokens);
    // Bit n is set while the value so far can be what the first n single characters and the stars among them match.
    let states = 1n;
    for (const character of characters) {
        states = ((states & (steps.get(character) ?? anyStep)) << 1n) | (states & stays);
        if (states === 0n)
            return false;
    }
    return states >> BigInt(singles.length) === 1n;
}
function automaton(tokens) {
    const literal = new Map();
    let [state, anyStep, stays] = [1n, 0n, 0n];
    for (const token of tokens) {
        if (token === ANY_CHARACTERS) {
            stays |= state;
            continue;
        }
        if (token === ONE_CHARACTER)
            anyStep |= state;
        else
            literal.set(token, (literal.get(token) ?? 0n) | state);
        state <<= 1n;
    }
    return { steps: new Map([...literal].map(([token, states]) => [token, states | anyStep])), anyStep, stays };
}


/***/ }),

/***/ 3708:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ii: () => (/* binding */ isSecretAccessKey),
/* harmony export */   hK: () => (/* binding */ holdsSecret),
/* harmony export */   id: () => (/* binding */ isDoubledKeyId)
/* harmony export */ });
/** Finds secrets where none may stand: the access key ID travels in clear in the `Authorization` header. */
/** How the tokens of STS begin in base64, by type byte and name: see session-token.ts. */
const TOKEN_HEAD = /^["'\s\uFEFF]*(?:IQoJ|FwoG|FQoG|FQoD|AgoJ)[A-Za-z0-9+/]{12}/;
const TOKEN_RUN = 100;
/** Shorter than a secret's 40 characters: what is left when some were cut off is as good as the whole. */
const SECRET_RUN = 32;
/** True where a run has capital and small letters and is no plain text: no key ID and no hexadecimal digest is so. */
function isMixed(run) {
    return /[A-Z]/.test(run) && /[a-z]/.test(run) && (/[0-9+/]/.test(run) || run.length >= 40);
}
/** The text as it was before a shell, a URL or a line wrap changed it. */
function undisguised(value) {
    return value
        .replaceAll(/%2f|\\u002f|\\\//gi, '/')
        .replaceAll(/%2b|\\u002b/gi, '+')
        .replaceAll(/[\r\n\u200B-\u200D\u2060\uFEFF\u00AD]/g, '');
}
function runsOf(value) {
    return value.match(/[A-Za-z0-9+/]{32,}/g) ?? [];
}
/** True for exactly 40 characters of the alphabet of secret access keys. */
function isSecretAccessKey(value) {
    return /^[A-Za-z0-9+/]{40}$/.test(value);
}
/** True for a key ID that was pasted twice: 40 characters, and no secret. */
function isDoubledKeyId(value) {
    return /^((?:AKIA|ASIA)[A-Z0-9]{16})\1$/.test(value);
}
/**
 * Tells whether a value holds the shape of a secret access key or a session token, also in disguise
 * (URL-encoded, wrapped, quoted, cut short by a few characters). A key ID never does.
 */
function holdsSecret(value) {
    const plain = undisguised(value);
    const runs = [...runsOf(value), ...runsOf(plain)].filter(isMixed);
    if (TOKEN_HEAD.test(value) || runs.some((run) => run.length > TOKEN_RUN)) {
        return 'session-token';
    }
    const bare = plain.replaceAll(/\s/g, '');
    const exact = isSecretAccessKey(bare) && !isDoubledKeyId(bare);
    return exact || runs.some((run) => run.length >= SECRET_RUN) ? 'secret' : undefined;
}


/***/ }),

/***/ 4359:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   KI: () => (/* binding */ USAGE_EXIT_STATUS),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   uc: () => (/* binding */ EXIT_STATUS)
/* harmony export */ });
/* unused harmony export annotationTypeOf */
/** Whether the step turns red. `fail-on: never` means never, an unknown verdict included. */
function isFailure({ verdict, findings }, rules) {
    if (rules.failOn === 'never')
        return false;
    if (verdict === 'bad')
        return true;
    if (verdict === 'unknown' && rules.onUnknown === 'fail')
        return true;
    return rules.failOn === 'warning' && findings.some(({ severity }) => severity === 'warning');
}
/** GitHub knows three types; what could not be checked is as grave as the user says. */
function annotationTypeOf(severity, { onUnknown }) {
    if (severity === 'unknown')
        return onUnknown === 'fail' ? 'error' : 'warning';
    return severity;
}
/** Exit status of the command line. */
const EXIT_STATUS = { ok: 0, skipped: 0, bad: 1, unknown: 3 };
const USAGE_EXIT_STATUS = 2;


/***/ }),

/***/ 6676:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IX: () => (/* binding */ withoutAccountIds),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   Kw: () => (/* binding */ harmlessLine)
/* harmony export */ });
/* unused harmony export cut */
/**
 * Text that may come from outside, made harmless for a log or a terminal: no control or format characters but line
 * feeds, and nothing that the runner takes for a command: `::` where a line begins, `##[` anywhere (actions/runner,
 * ActionCommand.cs).
 */
function harmless(text) {
    return text
        .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')
        .replaceAll('##[', '##·[')
        .replace(/^([^\S\n]*):(?=:)/gm, '$1·:');
}
/** The same on one line. */
function harmlessLine(text) {
    return harmless(text.replaceAll('\n', '·'));
}
/** Account IDs are runs of exactly 12 digits. */
function withoutAccountIds(text) {
    return text.replace(/(?<!\d)\d{12}(?!\d)/g, '***');
}
/** At most so many characters, the last an ellipsis where it was cut. */
function cut(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 7355:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
const HIDDEN = '***';
/**
 * A value that cannot be printed by accident: string conversion, JSON and `util.inspect` all give `***`.
 * `reveal()` is the only way to the text, so a search for it finds every place that touches one.
 */
class Secret {
    #text;
    constructor(text) {
        this.#text = text;
    }
    reveal() {
        return this.#text;
    }
    /** Number of UTF-16 code units; safe to show. */
    get length() {
        return this.#text.length;
    }
    equals(other) {
        return other !== undefined && this.#text === other.#text;
    }
    toString() {
        return HIDDEN;
    }
    toJSON() {
        return HIDDEN;
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return HIDDEN;
    }
}


/***/ }),

/***/ 311:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** Held against package.json by a test. */
const VERSION = '1.0.0';


/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8321:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(5581);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
