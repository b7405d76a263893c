import { scripts } from './script';
import { walterFirst } from './walter-first';
import { walterLater } from './walter-later';

/** The longest conversation of the house. */
export const walter = scripts(
  `support praise waiting @walterpruett "Walter Pruett" 54d\n${walterFirst.trim()}\n=\n${walterLater.trim()}`,
);
