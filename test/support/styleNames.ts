/**
 * Stands for every `*.module.css` in Jest: the default export is an empty style sheet, and each named export is its own
 * name (`styles.table` is `'table'`).
 */
const names = new Proxy<Record<string, unknown>>(
  {},
  {
    get: (_target, name) => {
      if (name === '__esModule') return true
      return name === 'default' ? '' : String(name)
    },
  },
)

// A list of exports cannot answer for names it does not know, so the module itself is replaced.
module.exports = names
