// A key as it is printed on the keyboard: <Kbd>Ctrl</Kbd>
import type { ReactNode } from 'react';

export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>;
}
