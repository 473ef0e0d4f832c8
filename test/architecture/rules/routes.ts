// The contract's routes as a flat list.

interface Procedure {
  readonly '~orpc': {
    readonly meta?: { readonly permission?: string };
    readonly outputSchema?: unknown;
    readonly errorMap?: object;
  };
}
interface Tree {
  readonly [name: string]: Procedure | Tree;
}

export interface Route {
  /** account.signIn */
  readonly name: string;
  readonly permission: string | undefined;
  readonly hasOutput: boolean;
  readonly errors: readonly string[];
}

const isProcedure = (node: Procedure | Tree): node is Procedure => '~orpc' in node;

export const routes = (tree: object, prefix = ''): readonly Route[] =>
  Object.entries(tree as Tree).flatMap(([key, node]) => {
    if (!isProcedure(node)) return routes(node, `${prefix}${key}.`);
    const { meta, outputSchema, errorMap } = node['~orpc'];
    const errors = Object.keys(errorMap ?? {});
    return [{ name: `${prefix}${key}`, permission: meta?.permission, hasOutput: Boolean(outputSchema), errors }];
  });

export function faults(list: readonly Route[], permissions: readonly string[]): readonly string[] {
  return list.flatMap(({ name, permission, hasOutput, errors }) => [
    ...(permission !== undefined && permissions.includes(permission) ? [] : [`${name}: no permission`]),
    ...(hasOutput ? [] : [`${name}: no output schema`]),
    ...(errors.includes('FORBIDDEN') && errors.includes('UNAUTHENTICATED') ? [] : [`${name}: no typed errors`]),
  ]);
}
