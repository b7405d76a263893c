import type { Lexicon } from '../signal';
import { englishGrievances } from './english-grievances';
import { englishOthers } from './english-others';

/** Written for messages to any company that sells, carries, connects or serves. */
export const english: Lexicon = {
  phrases: [...englishGrievances, ...englishOthers],
  negators: `not, no, never, none, nobody, nothing, nor, neither, without, cannot, cant, dont, doesnt, didnt, wont,
    isnt, arent, wasnt, werent, hasnt, havent, hadnt, couldnt, shouldnt, wouldnt, aint, dosent, doesent, hardly, barely, unable,
    refuse, refuses, refused, fails, failed, failing`,
  deniable: `work, works, working, worked, load, loads, loading, open, opens, connect, connecting, play, playing, let, letting, lets,
    allow, allowing, allows, log, login, sign, access, download, downloading, update, updating, updated, install, turn,
    charge, charging, start, starting, respond, responded, responding, reply, replied, answer, answered,
    answering, help, helped, helpful, helping, arrive, arrived, arriving, come, came, deliver, delivered, show, showed, shown, showing,
    receive, received, receiving, get, getting, got, find, send, sent, refund, refunded, refunding, resolve,
    resolved, fix, fixed, sorted, acceptable, good, happy, impressed, great, cool, ok, okay, fair, right, reliable, enough, stay,
    available, sense, care, cares, hear, heard, call, called, contacted, email, emailed, anymore, accept, accepting, use, see, watch, watching,
    pay, book, order, ordering, buy, check, change, cancel, add, view, print, hold, sync, syncing, recognise, recognize, listen, notice,
    move, moving, stop, believe, understand, worth, recommend, satisfied, pleased, correct, honor, honoring, honour, apply, wifi, internet, signal, service, email, reception, confirmation,
    response, update, updates, explanation, apology, communication, information, power, heat, electricity, water, trace, sign, resolution, point, idea, reason, warning, clue, refunds, seats, trains, bus, train, excuse, cancelled, customer, consideration, respect`,
  strengtheners: `very, so, really, absolutely, totally, completely, extremely, utterly, incredibly, beyond, truly, fucking, bloody,
    damn, complete, total, absolute, utter, pretty, super, such, too, freaking, even, ever`,
  askers: `how, when, what, whats, where, wheres, which, who, is, are, do, does, did, can, could, will, would, any, anyone, may, should, has, have,
    if, whens, hows, am, was, were`,
  common: `the, and, you, your, for, with, this, that, have, not, are, was, but, what, can, just, its, get, my, of, to, is, it, me, how, why, been, dont, cant,
    on, from, they, please, when, still, do, at, will, be, we, there, would, has, your, thanks, thank, help, hi, hello, i, im, ive, about, out, by, or, if, a, an, in, as, our, where, after, did, does, any, never, sent, got, today, order, phone, now, who`,
  spans: `min, mins, minute, minutes, hour, hours, hr, hrs, day, days, week, weeks, month, months, year, years, yrs, wks, times, night, nights, weekend`,
};
