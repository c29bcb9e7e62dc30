// Reads a job from standard input and writes its answers as JSON.
// "n3": how many statements and blank nodes the store holds. "comunica": rows of each query over the files as they are.
// "store": rows of each query over the files in one N3.js store, where a statement counts once.
const fs = require('fs');
const { engine, files, queries } = JSON.parse(fs.readFileSync(0, 'utf8'));

async function filled() {
  const { Store, StreamParser } = require('n3');
  const store = new Store();
  for (const file of files) {
    await new Promise((resolve, reject) => {
      const quads = fs.createReadStream(file).pipe(new StreamParser());
      quads.on('data', quad => store.addQuad(quad)).on('end', resolve).on('error', reject);
    });
  }
  return store;
}

function held(store) {
  let blank = 0;
  for (const quad of store) {
    blank += [quad.subject, quad.object, quad.graph].some(term => term.termType === 'BlankNode');
  }
  return { statements: store.size, blank };
}

async function answers(sources) {
  const { QueryEngine } = require('@comunica/query-sparql-file');
  const rows = {};
  for (const [name, query] of Object.entries(queries)) {
    const result = await new QueryEngine().query(query, { sources });
    const variables = (await result.metadata()).variables.map(variable => variable.variable ?? variable);
    const found = await (await result.execute()).toArray();
    rows[name] = found.map(row => variables.map(variable => row.get(variable)?.value ?? ''));
  }
  return rows;
}

(async () => {
  if (engine === 'n3') return held(await filled());
  return answers(engine === 'store' ? [await filled()] : files);
})().then(answer => process.stdout.write(JSON.stringify(answer)), error => {
  console.error(error);
  process.exitCode = 1;
});
