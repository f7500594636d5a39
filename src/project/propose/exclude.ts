import type { Proposed } from '../../manifest/propose/proposal';
import { isModule } from '../walk';
import type { Survey } from './survey';

const KEPT_FOR_MEMORY = /^(archived?|legacy|old|deprecated|obsolete|vendor|third[_-]party)$/i;

/** Folders at the top with code that nobody runs any more, or that others wrote. */
export function findExcluded({ files, folders }: Survey): readonly Proposed[] {
  return folders
    .filter(folder => KEPT_FOR_MEMORY.test(folder))
    .flatMap(folder => {
      const modules = files.filter(file => file.startsWith(`${folder}/`) && isModule(file)).length;
      const why = `${modules === 1 ? '1 file' : `${modules} files`} by the folder's name not in use`;
      return modules === 0 ? [] : [{ value: `${folder}/**`, why }];
    });
}
