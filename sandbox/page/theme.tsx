import { useState } from 'react';

type Theme = 'system' | 'light' | 'dark';
const order: readonly Theme[] = ['system', 'light', 'dark'];
const words = { system: 'System colours', light: 'Light', dark: 'Dark' };

function stored(): Theme {
  const kept = localStorage.getItem('theme');
  return order.find((each) => each === kept) ?? 'system';
}

document.documentElement.dataset['theme'] = stored();

export function ThemeButton() {
  const [theme, setTheme] = useState(stored);
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? 'system';
  const turn = () => {
    localStorage.setItem('theme', next);
    document.documentElement.dataset['theme'] = next;
    setTheme(next);
  };
  return (
    <button
      type="button"
      className="chip"
      onClick={turn}
      aria-label={`Colours: ${words[theme]}. Change to ${words[next]}`}
    >
      {words[theme]}
    </button>
  );
}
