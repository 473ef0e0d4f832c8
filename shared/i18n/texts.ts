// The shape of the interface's texts: zh-CN is the source of keys, every other language is typed to have the same ones.

/** Texts by key, nested; the leaves of the source are literals so that placeholders are checked where a text is used. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The same keys with any wording. A key that ends in `_other` may have a `_one` beside it where the language counts. */
export type SameKeys<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]?: string;
};
