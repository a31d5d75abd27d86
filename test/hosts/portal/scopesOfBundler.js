/** What this host shares, in the bundler's own record. */
export const readShareScopes = () => __webpack_share_scopes__
