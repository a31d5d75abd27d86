/** All that this host ever handed over. */
export const readShareScopes = () => ({ default: window.offered ?? {} })
