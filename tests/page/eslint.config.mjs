// What tsc does not see: names left unused, comparisons that convert, code made of text.
const BROWSER = ["console", "document", "window", "URL", "Blob", "Worker", "Option", "FormData", "Element",
  "setTimeout", "clearTimeout", "getComputedStyle", "location", "HTMLElement", "Response", "DecompressionStream",
  "TextDecoder", "self", "performance", "fetch", "process", "Event", "navigator", "WebSocket", "Image", "Request", "globalThis",
  "queueMicrotask", "setImmediate"];

export default [
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: {
      ecmaVersion: 2022,
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      "consistent-return": "off",
      eqeqeq: "error",
      "no-constant-condition": ["error", { checkLoops: false }],
      "no-dupe-keys": "error",
      "no-eval": "error",
      "no-fallthrough": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-promise-executor-return": "off",
      "no-redeclare": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-undef": "error",
      "no-unreachable": "error",
      "no-unsafe-finally": "error",
      "no-unused-expressions": "error",
      "no-unused-vars": "error",
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "prefer-const": "error",
      "require-atomic-updates": "off",
      "valid-typeof": "error",
    },
  },
  {
    files: ["**/worker.js"],
    languageOptions: { sourceType: "script" },
  },
];
