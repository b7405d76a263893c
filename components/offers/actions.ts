'use server';

import { action } from '@/lib/action';
import { addOfferCodes } from '@/lib/commands/offer/add-codes';
import { approveOffer } from '@/lib/commands/offer/approve';
import { changeOffer } from '@/lib/commands/offer/change';
import { createOffer } from '@/lib/commands/offer/create';
import { removeOfferCodes } from '@/lib/commands/offer/remove-codes';
import { stepOffer } from '@/lib/commands/offer/step';

export const createOfferAction = action(createOffer);
export const changeOfferAction = action(changeOffer);
export const addOfferCodesAction = action(addOfferCodes);
export const removeOfferCodesAction = action(removeOfferCodes);
export const approveOfferAction = action(approveOffer);
export const stepOfferAction = action(stepOffer);
