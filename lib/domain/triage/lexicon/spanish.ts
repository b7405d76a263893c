import type { Lexicon } from '../signal';

export const spanish: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `roto, rota, averiado, averia, danado, danada, defectuoso, defectuosa, error, errores, fallo, fallos, falla, fallando, no funciona, no funcionan, no sirve, no carga, no abre, no deja, no me deja, no puedo entrar, caido, caida, se cayo, se cae, se cierra, bloqueado, bloqueada, lento, lenta, sin internet, sin senal, sin servicio, problema, problemas, inservible, danos`,
    ],
    [
      'late',
      1,
      `retraso, retrasos, retrasado, retrasada, demora, demoras, tarde, esperando, espera, espero, llevo, todavia no, aun no, aun sin, sigo sin, seguimos sin, no llega, no ha llegado, no llego, nunca llego, no he recibido, no recibi, sin respuesta, nadie responde, no responden, no contestan, cancelado, cancelada, cancelaron, perdi, donde esta mi, otra vez, de nuevo, eternidad`,
    ],
    [
      'wrong',
      1,
      `equivocado, equivocada, incorrecto, incorrecta, incompleto, falta, faltan, perdieron, perdido, perdida, sucio, sucia, asqueroso, asco, podrido, vencido, caducado, frio, vacio, estafa, estafadores, estafado, robo, ladrones, robaron, mentira, mentirosos, mienten, engano, enganosa, fraude, mala calidad`,
    ],
    [
      'money',
      1,
      `cobraron, me cobraron, cobro, cobros, cobrado, cobrando, doble cobro, reembolso, devolucion, devuelvan, mi dinero, muy caro, caro, carisimo, factura, tarifa, compensacion, indemnizacion`,
    ],
    [
      'treatment',
      1,
      `grosero, groseros, maleducado, maleducados, incompetentes, incompetente, ineptos, inutiles, ignoran, ignoraron, nadie, atencion al cliente, servicio al cliente, pesima atencion, mala atencion, colgaron, me colgaron, no ayudan, falta de respeto, mal servicio, pesimo servicio`,
    ],
    [
      'anger',
      1,
      `mierda, joder, puta, carajo, verguenza, vergonzoso, ridiculo, increible, indignante, indignado, harto, harta, hartos, cansado, furioso, enojado, enojada, molesto, molesta, cabreado, burla, tomadura de pelo, basura, porqueria, inaudito, descaro, abuso, abusivos`,
    ],
    [
      'letdown',
      1,
      `decepcionado, decepcionada, decepcionante, decepcion, pesimo, pesima, pesimos, horrible, terrible, fatal, malo, mala, mal, malisimo, peor, inaceptable, lamentable, insatisfecho, queja, quejas, reclamo, reclamacion, denuncia, desastre, pesadilla, lastima, triste, desgraciadamente, lamentablemente, inadmisible, deplorable`,
    ],
    [
      'leaving',
      1,
      `nunca mas, jamas, ultima vez, me cambio, cambiarme, dar de baja, darme de baja, cancelar mi, no recomiendo, no lo recomiendo, no compren, eviten, abogado, consumo, profeco`,
    ],
    [
      'demand',
      1,
      `por que, porque no, que pasa, que paso, que esta pasando, hagan algo, solucionen, solucion, arreglen, arreglenlo, ayuda, ayudenme, hasta cuando, exijo, respondan, contesten`,
    ],
    [
      'grievance',
      1,
      `pero, sin, aunque, desde, sigue, siguen, todavia, aun, pedido, paquete, envio, llame, llamado, tampoco`,
    ],
    ['thanks', 1, `gracias, muchas gracias, mil gracias, agradezco, agradecido, agradecida`],
    [
      'praise',
      1,
      `excelente, genial, perfecto, perfecta, buenisimo, increible servicio, maravilloso, maravillosa, encanta, me encanta, me encanto, bueno, buena, buen, rapido, amable, amables, feliz, contento, contenta, felicidades, felicitaciones, recomiendo, mejor, mejores, delicioso, rico, amo`,
    ],
    [
      'solved',
      1,
      `solucionado, resuelto, listo, ya funciona, ya llego, ya esta, ya quedo, recibido`,
    ],
    [
      'ask',
      1,
      `hay alguna, hay algun, tienen, como puedo, como hago, como se, cuando llega, cuando abren, cuando sale, cuanto cuesta, cuanto tarda, cuanto tiempo, donde puedo, puedo, se puede, pueden, es posible, que horario, una pregunta, una consulta, consulta, pregunta, saben, alguien sabe`,
    ],
    [
      'request',
      1,
      `por favor, porfa, porfavor, podrian, me pueden, pueden ayudarme, podria, quisiera, quiero, me gustaria, necesito, solicito, envienme, cambiar mi, devolver, reservar`,
    ],
    [
      'press',
      1,
      `prensa, gabinete de prensa, periodista, redaccion, entrevista, reportaje, comunicado`,
    ],
    [
      'business',
      1,
      `colaboracion, alianza, patrocinio, mayorista, distribuidor, proveedor, cotizacion, propuesta comercial, vacante, curriculum`,
    ],
    [
      'spam',
      1,
      `gana dinero, ganar dinero, dinero facil, haz clic, clic aqui, click aqui, gratis, bitcoin, cripto, prestamo rapido, prestamos, casino, ganaste, ganador`,
    ],
    [
      'urgent',
      1,
      `urgente, urgencia, emergencia, inmediatamente, hoy mismo, ya mismo, cuanto antes, lo antes posible`,
    ],
    ['calm', 1, `sin prisa, no hay prisa, cuando puedan, no es urgente`],
  ],
  negators: `no, nunca, jamas, ningun, ninguna, nada, nadie, sin, ni, tampoco`,
  deniable: `funciona, funcionan, sirve, puedo, llega, llegado, llego, recibido, responden, respondieron, contestan, carga, deja, solucion, respuesta, ayudan, resuelven, resuelto, hacen, es, bien, justo, posible, dan, tienen, respeto, atienden, senal, servicio, internet, contento, recomiendo`,
  strengtheners: `muy, tan, demasiado, totalmente, completamente, realmente, super`,
  askers: `como, cuando, donde, cuanto, cuanta, cuantos, cual, cuales, que, quien, hay, tienen, puedo, pueden, es, se, alguien`,
  common: `el, la, los, las, un, una, unos, de, del, que, y, en, no, es, por, con, para, mi, mis, me, se, lo, su, sus, al, pero, como, mas, ya, muy, yo, esta, este, esto, hay, tengo, porque, cuando, hola, gracias, sin, desde, todavia, ustedes, son, fue, ser, hace, nada, nunca, donde, quiero, puedo, servicio, les, le, han, he, llevo, si, sobre, favor, buenas, buenos, dias`,
  spans: `minuto, minutos, hora, horas, dia, dias, semana, semanas, mes, meses, ano, anos, veces`,
};
