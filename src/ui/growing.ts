import { createContext, useContext } from 'react';

/** True around texts that are being written: they are drawn so that each addition costs what was added. */
export const Growing = createContext(false);

/** Whether the text drawn here is being written. */
export function useIsGrowing(): boolean {
  return useContext(Growing);
}
