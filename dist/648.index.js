export const id = 648;
export const ids = [648];
export const modules = {

/***/ 648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTrustPolicyText: () => (/* binding */ readTrustPolicyText)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(724);


/**
 * The text of the input `trust-policy`: JSON as it stands, else the file that it names, relative to the workspace.
 * Never throws.
 */
async function readTrustPolicyText(input, workspace) {
    if (/^\s*[{[]/.test(input))
        return { text: input };
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(input) ? input : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace ?? '.', input);
    const file = await (0,_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readText */ .yR)(path);
    if (file.kind === 'text')
        return { text: file.text };
    return { problem: file.kind === 'absent' ? 'the file does not exist' : `the file ${file.why}` };
}


/***/ })

};
