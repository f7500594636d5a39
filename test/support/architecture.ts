import { builtinModules } from 'node:module';
import { dirname, join, normalize } from 'node:path/posix';
import ts from 'typescript';
import type { Layer } from './importTable';

/**
 * Checks modules against an import table. Pure: texts in, sentences out, so that the check itself can be tested on
 * three-line modules. An import is anything that names another module: `import`, `import type`, `export … from`,
 * `import()` and `import('…').Type`.
 */
export interface Module {
  /** Relative to the project's root, with `/`: `src/base/place.ts`. Assets that are imported are given too. */
  readonly path: string;
  readonly text: string;
}

interface Edge {
  readonly line: number;
  readonly specifier: string;
  /** The module it resolves to, of those given; `undefined` for packages. */
  readonly target: string | undefined;
}

interface Node extends Module {
  readonly edges: readonly Edge[];
  readonly starExports: readonly number[];
}

type Graph = ReadonlyMap<string, Node>;
type Table = Readonly<Record<string, Layer>>;

/** One sentence for each violation, with file and line. */
export function violations(modules: readonly Module[], table: Table): string[] {
  const graph = graphOf(modules);
  const nodes = [...graph.values()];
  return [
    ...nodes.flatMap(node => placeViolations(node, table)),
    ...nodes.flatMap(node => node.edges.flatMap(edge => edgeViolations(node, edge, table))),
    ...nodes.flatMap(node =>
      node.starExports.map(line => `${node.path}:${line} re-exports with \`export *\``),
    ),
    ...reachViolations(graph, table),
    ...cycles(graph).map(cycle => `import cycle: ${cycle.join(' → ')}`),
  ];
}

/** `src/base/place.ts` → `base`, `src/python/ir/model.ts` → `python/ir` where the table has it, `webview/…` → `webview`. */
function layerOf(path: string, table: Table): string {
  const folders = path.split('/').slice(0, -1);
  const named = folders[0] === 'src' ? folders.slice(1) : folders;
  const nested = named.slice(0, 2).join('/');
  return Object.hasOwn(table, nested) ? nested : (named[0] ?? path);
}

/** May a layer import another: by its own name, or by that of the folder around it? */
function allows(layer: Layer, to: string): boolean {
  return layer.imports.some(name => name === to || to.startsWith(`${name}/`));
}

function placeViolations(node: Node, table: Table): string[] {
  if (isAsset(node)) return [];
  return table[layerOf(node.path, table)] ? [] : [`${node.path} lies in no folder of the import table`];
}

/** What is imported without being code: style sheets, package.json. */
function isAsset({ path }: Module): boolean {
  return !/\.tsx?$/.test(path);
}

function edgeViolations(node: Node, edge: Edge, table: Table): string[] {
  const layer = table[layerOf(node.path, table)];
  if (!layer) return [];
  const problem = edge.specifier.startsWith('.')
    ? ownProblem(node, edge, table)
    : packageProblem(edge, layer);
  return problem ? [`${node.path}:${edge.line} ${problem}`] : [];
}

function ownProblem(node: Node, edge: Edge, table: Table): string | undefined {
  if (edge.target === undefined) return `imports '${edge.specifier}', which is no module of src/ or webview/`;
  const from = layerOf(node.path, table);
  const to = layerOf(edge.target, table);
  const layer = table[from];
  if (to === from || (layer && allows(layer, to))) return undefined;
  return `imports ${edge.target}: ${from} may not import ${to}`;
}

function packageProblem(edge: Edge, layer: Layer): string | undefined {
  const name = packageName(edge.specifier);
  if (name === 'vscode') return layer.vscode ? undefined : 'imports vscode: only extension may';
  if (name.startsWith('node:')) return layer.node ? undefined : `imports ${name}: only hosts may`;
  if (builtinModules.includes(name)) return `imports '${name}': write node:${name}`;
  return layer.packages?.includes(name)
    ? undefined
    : `imports package ${name}, which is not in the import table`;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** A module that reaches `vscode` or `node:*` through others, although its layer may not. */
function reachViolations(graph: Graph, table: Table): string[] {
  const reach = (
    what: string,
    allowed: (layer: Layer) => boolean,
    test: (name: string) => boolean,
  ): string[] =>
    [...graph.values()].flatMap(node => {
      const layer = table[layerOf(node.path, table)];
      if (!layer || allowed(layer)) return [];
      const path = pathTo(graph, node, other => other.edges.some(edge => test(edge.specifier)));
      return path && path.length > 1 ? [`${path.join(' → ')} reaches ${what}`] : [];
    });
  return [
    ...reach(
      'vscode',
      layer => layer.vscode === true,
      name => name === 'vscode',
    ),
    ...reach(
      'node:*',
      layer => layer.node === true,
      name => name.startsWith('node:'),
    ),
  ];
}

/** The shortest chain of imports from `start` to a module that satisfies `goal`. */
function pathTo(graph: Graph, start: Node, goal: (node: Node) => boolean): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start.path, undefined]]);
  for (const path of cameFrom.keys()) {
    const node = graph.get(path);
    if (node && goal(node)) return chain(cameFrom, path);
    for (const { target } of node?.edges ?? []) {
      if (target !== undefined && !cameFrom.has(target)) cameFrom.set(target, path);
    }
  }
  return undefined;
}

function chain(cameFrom: ReadonlyMap<string, string | undefined>, end: string): string[] {
  const path: string[] = [];
  for (let at: string | undefined = end; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
  return path;
}

/** Every import cycle once: for each module that can reach itself, the shortest way round. */
function cycles(graph: Graph): string[][] {
  const inKnownCycle = new Set<string>();
  const found: string[][] = [];
  for (const node of graph.values()) {
    if (inKnownCycle.has(node.path)) continue;
    const cycle = cycleThrough(graph, node);
    if (!cycle) continue;
    cycle.forEach(path => inKnownCycle.add(path));
    found.push([...cycle, node.path]);
  }
  return found;
}

function cycleThrough(graph: Graph, node: Node): string[] | undefined {
  const back = (other: Node): boolean => other.edges.some(edge => edge.target === node.path);
  return pathTo(graph, node, back);
}

function graphOf(modules: readonly Module[]): Graph {
  const paths = new Set(modules.map(module => module.path));
  return new Map(modules.map(module => [module.path, nodeOf(module, paths)]));
}

function nodeOf(module: Module, paths: ReadonlySet<string>): Node {
  if (isAsset(module)) return { ...module, edges: [], starExports: [] };
  const file = ts.createSourceFile(module.path, module.text, ts.ScriptTarget.Latest, true);
  const edges: Edge[] = [];
  const starExports: number[] = [];
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) {
      edges.push({ line: lineOf(node), specifier, target: resolve(module.path, specifier, paths) });
    }
    if (ts.isExportDeclaration(node) && !node.exportClause) starExports.push(lineOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { ...module, edges, starExports };
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : undefined;
  if (ts.isExternalModuleReference(node)) return literal(node.expression);
  if (ts.isCallExpression(node) && isModuleCall(node.expression)) return literal(node.arguments[0]);
  return undefined;
}

function isModuleCall(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

function literal(node: ts.Node | undefined): string | undefined {
  return node && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function resolve(from: string, specifier: string, paths: ReadonlySet<string>): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = normalize(join(dirname(from), specifier));
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(path => paths.has(path));
}
