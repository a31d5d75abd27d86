/** What a zip is that is no workbook of ours. */
export type Archive =
  /** A zip of files, and the one in it that is most likely meant. */
  | { readonly kind: 'files'; readonly first?: string }
  /** A workbook or document of another program, by its ending or name. */
  | { readonly kind: 'workbook' | 'document'; readonly name: string }
