import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

const folder = join(__dirname, '../../node_modules/@cyclonedx/cyclonedx-library/res/schema')

/** @returns where a bill of materials is not as CycloneDX 1.6 wants it: by the standard's own schema, with all it refers to */
export function checkSbom(sbom: unknown): unknown[] {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
  addFormats(ajv)
  // Formats that ajv-formats lacks; none of them is of use to us.
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true)
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    ajv.addSchema(read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  }
  const validate = ajv.compile(read('bom-1.6'))
  return validate(sbom) ? [] : (validate.errors ?? [])
}
