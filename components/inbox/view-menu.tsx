'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dispatch, RefObject, SetStateAction } from 'react';
import type { ActionResult } from '@/lib/action';
import { can } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/view';
import type { SavedViewView } from '@/lib/queries/inbox/views';
import { useMe } from '../shell/me';
import { ask } from '../thread/ask';
import { Menu } from '../ui/menu';
import { toast } from '../ui/toast';
import { changeSavedViewAction, createSavedViewAction, deleteSavedViewAction } from './actions';
import { EditView } from './edit-view';
import { goTo, placeHere } from './location';
import { savedViewsQuery } from './queries';
import { moved } from './reorder';
import type { ViewChange } from './view-change';

/** What a saved view shows of itself: what can be done with it, or its name and search in two fields. */
export type ViewMenuShown = 'choices' | 'fields' | null;

/** What can be done with a saved view; nothing for those who may only look at it. */
export function ViewMenu({
  view,
  anchor,
  shown,
  onShow,
}: {
  view: View;
  anchor: RefObject<HTMLElement | null>;
  shown: ViewMenuShown;
  onShow: Dispatch<SetStateAction<ViewMenuShown>>;
}) {
  const { data: all = [] } = useQuery(savedViewsQuery);
  const saved = all.find(({ id }) => view === `saved-${id}`);
  const { change, remove, move } = useSavedViews(all);
  const me = useMe();
  if (!saved) return null;
  if (shown === 'fields') {
    return (
      <EditView
        saved={saved}
        onChange={(wanted) => change(saved, wanted)}
        onClose={() => onShow(null)}
      />
    );
  }
  const share = saved.shared ? 'Keep it to myself' : 'Share with the team';
  const choices = [
    { id: 'edit', label: 'Rename or change…' },
    { id: 'up', label: 'Move up' },
    { id: 'down', label: 'Move down' },
    ...(can(me, 'view.share') ? [{ id: 'share', label: share }] : []),
    { id: 'delete', label: 'Delete' },
  ];
  const acts: Record<string, () => void> = {
    edit: () => onShow('fields'),
    up: () => void move(saved, -1),
    down: () => void move(saved, 1),
    share: () => void change(saved, { shared: !saved.shared }),
    delete: () => void remove(saved),
  };
  return (
    <Menu
      label={`What to do with ${saved.name}`}
      anchor={anchor}
      choices={choices}
      onChoose={(id) => acts[id]?.()}
      onClose={() => onShow((now) => (now === 'choices' ? null : now))}
    />
  );
}

function useSavedViews(all: readonly SavedViewView[]) {
  const client = useQueryClient();

  async function run<T>(act: () => Promise<ActionResult<T>>): Promise<string | null> {
    const result = await ask(act);
    await client.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
    void client.invalidateQueries({ queryKey: ['views'] });
    if (!result.ok) toast(result.refusal.message, { grave: true });
    return result.ok ? null : result.refusal.message;
  }

  return {
    change: (saved: SavedViewView, wanted: ViewChange) => {
      const done = run(() => changeSavedViewAction({ viewId: saved.id, ...wanted }));
      if (wanted.query !== undefined || wanted.sort !== undefined) {
        void done.then(() => client.invalidateQueries({ queryKey: ['conversations'] }));
      }
      return done;
    },
    move: async (saved: SavedViewView, by: 1 | -1) => {
      const order = moved(
        all.filter(({ shared }) => shared === saved.shared),
        saved,
        by,
      );
      for (const { id, position } of order) {
        // biome-ignore lint/performance/noAwaitInLoops: a browser sends its actions one by one
        await run(() => changeSavedViewAction({ viewId: id, position }));
      }
    },
    remove: async (saved: SavedViewView) => {
      const { id, name, query, sort, shared } = saved;
      if (placeHere().view === `saved-${id}`) goTo('mine');
      const trouble = await run(() => deleteSavedViewAction({ viewId: id }));
      if (trouble) return;
      toast(`Deleted the view ${name}.`, {
        undo: async () => !(await run(() => createSavedViewAction({ name, query, sort, shared }))),
      });
    },
  };
}
