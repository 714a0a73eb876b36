"""Why a name stands in a chain, in a sentence for readers; the keys are the `rule` of a link."""

WHY = {
    "speakers.named": "The words of the source name the speaker, or point back to one whom the report names elsewhere.",
    "speakers.left_out": "The verb or participle has no subject of its own: it goes on with the speaker before it.",
    "chains.relay": "One reports that another said it, as in نقلت الوكالة عن مسؤول: the first passed it on.",
    "chains.told_to": "It was said to an outlet, in an interview or a statement to it: the outlet passed it on.",
    "chains.received": "An outlet received the statement in writing and quotes it: it passed it on.",
    "chains.closing_relay": "An account that closes the clause (وفق ما نقلت الوكالة) covers the saying inside it.",
    "chains.nested": "The saying stands inside the words of another, who is thereby the one who reports it.",
    "chains.continued": "The same speaker goes on, so what brought the words before brought these too.",
}
