import { scripts } from './script';

/** The same counter in Spanish. */
export const spanish = scripts(`
brand flavour waiting
> Hola, ¿tenéis algo sin azúcar para mi padre?

support delivery
> Mi pedido {order} llegó con una tarrina rota.
< Vaya, lo siento mucho. ¿Te enviamos otra o te devolvemos el dinero?
> Otra, por favor.
< Sale mañana por la mañana.
> Gracias, qué rapidez.

brand allergens
> ¿El de caramelo lleva gluten?
< No, ninguno de nuestros helados lleva gluten; los barquillos sí.
> Genial, gracias.

support delivery waiting
> El seguimiento del pedido {order} no funciona
< Acabo de mirarlo: está en reparto, llega hoy.
> Son las nueve y no ha venido nadie.

brand shop
> ¿Puedo ir con la bici hasta la tienda?
< Sí, hay un aparcamiento justo delante y te llenamos la botella de agua.


brand flavour waiting
> Holaaa, ¿cuál me recomendáis para alguien que dice que no le gusta el dulce? (miente)

support melted waiting
> Buenos días. Tercer pedido y tercera vez que llega hecho sopa. {order}. Yo ya no sé si es el mensajero o es una señal.

brand praise
> Mi abuela, 91 años, argentina, heladera toda la vida, probó vuestro dulce de leche y dijo "no está mal". Os juro que nunca había dicho tanto.
< Lo hemos colgado en la cocina. ¿Cómo se llama su abuela?
> Norma. Dice que le pongáis menos azúcar.
< Dígale que lo probamos el lunes con un diez por ciento menos. Tenía razón.
> Se lo leí. Está insoportable.

support refund
> Me cobraron el envío aunque pasaba de 40 €. No es mucho pero me molesta.
< Tiene razón: el descuento no se aplicó por un céntimo. Le hemos devuelto los 4,90.
> Un céntimo! Gracias {agent}.

brand shop
> ¿El domingo abrís aunque llueva?
< Sobre todo si llueve.

support delivery
> No estaré en casa el jueves, ¿pueden dejarlo en la farmacia de abajo? Tienen nevera y les caigo bien.
< Claro. ¿Cómo se llama la farmacia?
> Farmacia Olmos. Pregunten por Charo.
< Anotado: Olmos, Charo.
> Charo dice que la próxima vez le pidan permiso a ella y no a mí 😂

brand creator waiting
> Hola! Tengo un canal de cocina (86k) y hago una serie, "Helados con historia". ¿Podría grabar una mañana en el obrador? Sin cobrar, sin pagar, sólo curiosidad.

brand allergens
> ¿Las obleas llevan leche? Es para un niño con APLV.
< La oblea lisa no lleva leche, pero se envasa al lado de la de galleta. Para una alergia grave no se la recomendamos.
> Mil gracias por la honestidad.

brand idea
> ¿Para cuándo horchata?
< Tenemos las chufas en remojo desde ayer. De verdad.
> No me mintáis que soy de Alboraya

support app waiting
> La aplicación está en inglés aunque tengo el móvil en español, y mi madre la usa para pedir. Me llama a mí cada vez. Por favor. Por mi salud mental.

support delivery fresh
> Hola, ¿el pedido {order} sale hoy?
< Sale a las seis de la tarde y llega mañana antes de las doce.
> Perfecto, dejo la llave al portero.

brand flavour
> Vengo de probar el de {flavour} y necesito hablar de ello con alguien
< Estamos aquí. Empiece por el principio.
> Primero fue el frío. Luego la sal. Luego nada volvió a ser igual
< Suele pasar. Le reservamos otra bola para el sábado.

brand events waiting
> Buenas tardes, organizamos la feria del libro y buscamos un carrito para tres días (12, 13 y 14). Toma de luz hay, sombra no. ¿Presupuesto?

support account
> Quiero borrar mi cuenta.
< Borrada, junto con sus direcciones y su historial. Sólo guardamos las facturas, porque la ley nos lo pide.
> Rápido y sin preguntar por qué. Ojalá todo fuera así.

brand shop waiting
> perdón que moleste, ¿dejasteis entrar hoy a un señor con un loro? es mi padre. no coge el móvil
`);
