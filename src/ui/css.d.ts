/**
 * `import css, * as styles from './table.module.css'`: `css` is the text of the sheet, `styles.table` a class name.
 * TypeScript cannot declare exports of unknown names, so both imports share one type that serves either use. In return
 * no class may have the name of a string method (`link`, `small`, `search`): the compiler refuses it. Lint finds
 * misspelt classes.
 */
declare module '*.module.css' {
  const sheet: string & { readonly [className: string]: string }
  export = sheet
}

/** antd's styles: the build puts those of our parts, under our prefix, in the place of this sheet. */
declare module 'antd/dist/antd.css' {
  const text: string
  export default text
}
