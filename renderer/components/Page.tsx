// The body of a screen in the shell. `fill` gives the screen the window's height and no scrolling of its own (lists: the grid
// scrolls); without it the screen scrolls down as one.
//   <Page fill><PageHeader …/><DataGrid …/></Page>
import type { ReactNode } from 'react';

export function Page({ fill = false, children }: { readonly fill?: boolean; readonly children: ReactNode }) {
  return <div className={fill ? 'page page-fill' : 'page'}>{children}</div>;
}
