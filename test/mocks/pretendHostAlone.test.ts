import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, it } from '@jest/globals'
import { build } from 'esbuild'

const root = join(__dirname, '../..')

it('the pretend host is made of the pretend OMS and the contract alone, and needs no global but setTimeout', async () => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['host-kit/pretendHost.ts'],
    bundle: true,
    write: false,
    metafile: true,
    // Neither Node's modules nor a browser's.
    platform: 'neutral',
    format: 'iife',
    globalName: 'testing',
  })
  const others = Object.keys(metafile.inputs).filter(
    (file) => !/^(host-kit|mocks|src\/host)\/\w+\.ts$/.test(file),
  )
  expect(others).toEqual([])
  const code = `${outputFiles[0]?.text}
    const host = testing.createPretendHost({ answers: { 'SO-1': [{ status: 401 }] } })
    const cancel = () => host.api.request({ method: 'PUT', path: 'orders/SO-1/cancel', body: {}, retry: 'never' })
    Promise.all([cancel(), cancel()]).then((answers) => answers.map(({ status }) => status).join())`
  expect(await runInNewContext(code, { setTimeout })).toBe('401,200')
})
