import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Bytes of gzipped script that the app may have in all. */
const SCRIPT_BUDGET = 200_000;

/** Prints what a first visit loads, gzipped, and fails a build whose scripts are over the budget. */
function sizes(): Plugin {
  return {
    name: 'sizes',
    generateBundle(_, bundle) {
      let scripts = 0;
      let raw = 0;
      let styles = 0;
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          raw += Buffer.byteLength(file.code);
          scripts += gzipSync(file.code, { level: 9 }).length;
        } else if (file.fileName.endsWith('.css')) {
          styles += gzipSync(file.source, { level: 9 }).length;
        }
      }
      console.log(`web app: scripts ${kb(scripts)} gzip (${kb(raw)} plain), styles ${kb(styles)} gzip`);
      if (scripts > SCRIPT_BUDGET) {
        this.error(`scripts are ${kb(scripts)} gzip, more than the budget of ${kb(SCRIPT_BUDGET)}`);
      }
    },
  };
}

/** Ships the licence of every package that the app is made of. */
function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      const folders = new Set<string>();
      for (const id of this.getModuleIds()) {
        const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
        if (folder !== undefined && existsSync(`${folder}/LICENSE`)) {
          folders.add(folder);
        }
      }
      const texts = [...folders]
        .sort()
        .map((folder) => `${folder.replace(/^.*\/node_modules\//, '')}\n\n${readFileSync(`${folder}/LICENSE`, 'utf8')}`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join('\n\n') });
    },
  };
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

export default defineConfig({
  plugins: [sizes(), licences()],
  build: {
    target: 'es2022',
    // The content policy allows no inline style, script or data font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    sourcemap: false,
  },
  server: { proxy: { '/v1': 'http://localhost:8080' } },
});
