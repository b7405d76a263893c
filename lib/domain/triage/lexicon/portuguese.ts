import type { Lexicon } from '../signal';

export const portuguese: Lexicon = {
  phrases: [
    [
      'broken',
      1,
      `quebrado, quebrada, quebrou, defeito, com defeito, defeituoso, erro, erros, falha, falhas, falhando, nao funciona, nao funcionam, nao carrega, nao abre, nao consigo, fora do ar, caiu, travando, trava, travou, bloqueado, bloqueada, lento, lenta, sem internet, sem sinal, sem servico, problema, problemas, bug, danificado, estragado, avariado, avaria`,
    ],
    [
      'late',
      1,
      `atraso, atrasos, atrasado, atrasada, demora, demorando, demorou, esperando, espera, a espera, esperar, espero, ainda nao, ate agora, ate hoje, ate agora nada, nao chegou, nunca chegou, nao chega, nao recebi, sem resposta, ninguem responde, nao respondem, nao atendem, cancelado, cancelada, cancelaram, cade meu, cade minha, onde esta, de novo, outra vez, novamente, absurdo de tempo`,
    ],
    [
      'wrong',
      1,
      `errado, errada, incompleto, faltando, falta, faltou, perderam, perdido, sujo, suja, nojento, nojo, podre, estragada, vencido, mofo, frio, vazio, golpe, golpistas, roubo, roubaram, ladroes, mentira, mentirosos, engano, enganosa, propaganda enganosa, fraude, pessima qualidade`,
    ],
    [
      'money',
      1,
      `cobraram, cobranca, cobrancas, cobrado, cobrando, cobrada, cobrado duas vezes, reembolso, estorno, devolvam, meu dinheiro, muito caro, caro, carissimo, fatura, taxa, taxas, indenizacao`,
    ],
    [
      'treatment',
      1,
      `grosso, grossos, mal educado, mal educados, mal atendido, mal atendida, incompetentes, incompetencia, ignoram, ignorado, ninguem, atendimento, pessimo atendimento, mau atendimento, desligaram, desligou na minha, descaso, falta de respeito, desrespeito, pessimo servico`,
    ],
    [
      'anger',
      1,
      `merda, porra, caralho, bosta, vergonha, vergonhoso, ridiculo, ridicula, absurdo, palhacada, inacreditavel, indignado, indignada, raiva, puto, puta, cansado, cansada, saco cheio, farto, farta, irritado, irritante, lixo, porcaria, piada, vergonhosa`,
    ],
    [
      'letdown',
      1,
      `decepcionado, decepcionada, decepcao, pessimo, pessima, horrivel, terrivel, ruim, mau, ma, pior, inaceitavel, lamentavel, insatisfeito, insatisfeita, reclamacao, reclamar, reclamo, queixa, desastre, pesadelo, triste, infelizmente, desapontado, chateado, chateada`,
    ],
    [
      'leaving',
      1,
      `nunca mais, jamais, ultima vez, cancelar meu, cancelar minha, cancelar o, mudar de operadora, nao recomendo, nao comprem, fujam, evitem, advogado, procon, reclame aqui, processo, processar`,
    ],
    [
      'demand',
      1,
      `por que, porque nao, o que esta acontecendo, o que aconteceu, resolvam, resolva, solucao, facam alguma coisa, me ajudem, socorro, ajuda, ate quando, exijo, respondam, cade`,
    ],
    [
      'grievance',
      1,
      `mas, sem, apesar, desde, continua, continuo, ainda, pedido, encomenda, entrega, liguei, ligo`,
    ],
    [
      'thanks',
      1,
      `obrigado, obrigada, muito obrigado, muito obrigada, valeu, agradeco, agradecido, brigado`,
    ],
    [
      'praise',
      1,
      `otimo, otima, excelente, perfeito, perfeita, maravilhoso, maravilhosa, adoro, adorei, amo, amei, bom, boa, rapido, gentil, feliz, parabens, recomendo, melhor, melhores, delicioso, top, show, incrivel, satisfeito, satisfeita, atenciosos`,
    ],
    ['solved', 1, `resolvido, deu certo, voltou, funcionou, ja chegou, chegou, recebi, tudo certo`],
    [
      'ask',
      1,
      `tem como, como faco, como posso, como funciona, quando chega, quando abre, quando sai, quanto custa, quanto tempo, onde posso, onde encontro, posso, voces tem, e possivel, qual o, qual a, uma duvida, duvida, pergunta, alguem sabe, sabem`,
    ],
    [
      'request',
      1,
      `por favor, pf, podem, poderiam, pode me, gostaria, queria, quero, preciso, solicito, me enviem, trocar meu, trocar minha, devolver, reservar, chamei na dm`,
    ],
    ['press', 1, `imprensa, assessoria de imprensa, jornalista, redacao, entrevista, reportagem`],
    [
      'business',
      1,
      `parceria, colaboracao, patrocinio, atacado, revendedor, fornecedor, orcamento, proposta comercial, vaga, curriculo`,
    ],
    [
      'spam',
      1,
      `ganhe dinheiro, ganhar dinheiro, dinheiro facil, renda extra, clique aqui, clique, gratis, bitcoin, cripto, emprestimo, cassino, voce ganhou`,
    ],
    [
      'urgent',
      1,
      `urgente, urgencia, emergencia, imediatamente, hoje mesmo, o mais rapido possivel`,
    ],
    ['calm', 1, `sem pressa, quando puderem, nao e urgente`],
  ],
  negators: `nao, nunca, jamais, nenhum, nenhuma, nada, ninguem, sem, nem`,
  deniable: `funciona, funcionam, consigo, chega, chegou, recebi, respondem, respondeu, resolve, resolvem, atendem, abre, carrega, deixa, ajuda, ajudam, da, tem, bom, justo, recomendo, resposta, solucao, retorno, sinal, respeito, satisfeito`,
  strengtheners: `muito, tao, demais, totalmente, completamente, realmente, super`,
  askers: `como, quando, onde, quanto, quanta, quantos, qual, quais, que, quem, tem, posso, pode, podem, sera, alguem, e`,
  common: `o, a, os, as, um, uma, de, do, da, dos, das, que, e, em, no, na, nao, por, com, para, pra, meu, minha, me, se, seu, sua, mas, mais, ja, muito, eu, esta, este, isso, voces, voce, tem, tenho, porque, quando, ola, oi, obrigado, obrigada, sem, desde, ainda, sao, foi, ser, faz, nada, nunca, onde, quero, ao, ate, bom, dia, pelo, pela, vcs, vc, estou, bem, favor`,
  spans: `minuto, minutos, hora, horas, dia, dias, semana, semanas, mes, meses, ano, anos, vezes`,
};
