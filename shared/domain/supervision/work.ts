// The supervision work of a period by department: what was done, found and closed, and its share against the target (8.1).
import { DEPARTMENTS, type Department, type DepartmentWork, type Shares } from '../../contract/supervision.ts';
import { wilson } from '../scoring/wilson.ts';

export type WorkKind = 'observation' | 'record' | 'patrol';

/** Something a person did on a day. */
export interface Deed {
  readonly personId: string;
  readonly day: string;
}
export interface Work extends Deed {
  readonly kind: WorkKind;
}

export interface Done {
  readonly works: readonly Work[];
  /** Problems, by who found them and when; closed: its rectification is closed, verified and told. */
  readonly found: readonly (Deed & { readonly closed: boolean })[];
  /** Rectifications, by who verified them and when. */
  readonly verified: readonly Deed[];
}

type DepartmentOf = (deed: Deed) => Department | null;

/** One row a department in the order of 8.1; the one of nobody's department only where it has anything. */
export function departmentWork(done: Done, departmentOf: DepartmentOf, shares: Shares): DepartmentWork[] {
  const total = done.works.length;
  const row = (department: Department | null): DepartmentWork => {
    const own = <D extends Deed>(deeds: readonly D[]): readonly D[] =>
      deeds.filter((deed) => departmentOf(deed) === department);
    const works = own(done.works);
    const found = own(done.found);
    const of = (kind: WorkKind): number => works.filter((work) => work.kind === kind).length;
    const interval = wilson(works.length, total);
    return {
      department,
      people: new Set(works.map(({ personId }) => personId)).size,
      observations: of('observation'),
      records: of('record'),
      patrols: of('patrol'),
      works: works.length,
      share: total === 0 ? null : works.length / total,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      target: department === null ? null : shares[department] / 100,
      found: found.length,
      closed: found.filter(({ closed }) => closed).length,
      verified: own(done.verified).length,
    };
  };
  const nobody = row(null);
  const rows = DEPARTMENTS.map(row);
  return nobody.works + nobody.found + nobody.verified > 0 ? [...rows, nobody] : rows;
}
