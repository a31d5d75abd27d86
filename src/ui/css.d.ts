/**
 * `import css, * as styles from './table.module.css'`: `css` is the text of the sheet, `styles.table` a class name.
 * Exports whose names are not known cannot be declared, so both imports have one type that serves either use. The price:
 * a class may not be called like a method of strings (`link`, `small`, `search`); the compiler refuses it.
 */
declare module '*.module.css' {
  const sheet: string & { readonly [className: string]: string }
  export = sheet
}
