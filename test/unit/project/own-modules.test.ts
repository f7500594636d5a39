import { describe, expect, it } from 'vitest';
import { HELPER } from '../server/code';
import { memoryFiles } from './memory-files';
import { open } from './open';

const HARMLESS = 'def project(X):\n    return X\n';

const main = (imports: string, call: string): string => `import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
${imports}

data = pd.read_csv("data.csv")
X, y = data.drop(columns="y"), data["y"]
X = ${call}(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`;

const rulesIn = async (content: Readonly<Record<string, string>>): Promise<string[]> =>
  (await open(memoryFiles(content)).check()).findings.map(({ rule, place }) => `${place.file}: ${rule}`);

const FOUND = ['/w/train.py: fit-before-split'];

describe('a helper in another file', () => {
  it.each([
    ['beside the script', 'from helpers import project', 'project', 'helpers.py'],
    ['as a module', 'import helpers', 'helpers.project', 'helpers.py'],
    ['in a package', 'from tools.helpers import project', 'project', 'tools/helpers.py'],
    ['in a package’s own file', 'from tools import project', 'project', 'tools/__init__.py'],
    ['under src', 'from helpers import project', 'project', 'src/helpers.py'],
    ['by a relative name', 'from .helpers import project', 'project', 'helpers.py'],
  ])('is followed: %s', async (_, imports, call, path) => {
    const script = main(imports, call);
    expect(await rulesIn({ '/w/train.py': script, [`/w/${path}`]: HELPER })).toEqual(FOUND);
    expect(await rulesIn({ '/w/train.py': script, [`/w/${path}`]: HARMLESS })).toEqual([]);
  });

  it('is followed through a helper of its own', async () => {
    const files = {
      '/w/train.py': main('from helpers import project', 'project'),
      '/w/helpers.py': 'from deeper import project as inner\n\ndef project(X):\n    return inner(X)\n',
      '/w/deeper.py': HELPER,
    };
    expect(await rulesIn(files)).toEqual(FOUND);
  });

  it('does not go round in circles', async () => {
    const files = {
      '/w/train.py': main('from helpers import project', 'project'),
      '/w/helpers.py': `from train import model\n${HELPER}`,
    };
    expect(await rulesIn(files)).toContain(FOUND[0]);
  });

  it('is read again when it changes, comes or goes', async () => {
    const files = memoryFiles({ '/w/train.py': main('from helpers import project', 'project') });
    const workspace = open(files);
    const count = async (): Promise<number> => (await workspace.check()).findings.length;
    expect(await count()).toBe(0);
    files.write('/w/helpers.py', HELPER);
    await workspace.touch([{ path: '/w/helpers.py', kind: 'created' }]);
    expect(await count()).toBe(1);
    files.write('/w/helpers.py', HARMLESS);
    await workspace.touch([{ path: '/w/helpers.py', kind: 'changed' }]);
    expect(await count()).toBe(0);
    files.write('/w/helpers.py', HELPER);
    await workspace.refresh();
    expect(await count()).toBe(1);
    files.remove('/w/helpers.py');
    await workspace.touch([{ path: '/w/helpers.py', kind: 'deleted' }]);
    expect(await count()).toBe(0);
  });
});
