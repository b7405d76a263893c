/** The form that a request carries; an empty one for a body that is none, whatever it says it is. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
}
