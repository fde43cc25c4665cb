// The gazetteer and the lexicon, built into the program as they stand.
    .section .rodata
    .global dateline_gazetteer_begin, dateline_gazetteer_end
    .global dateline_lexicon_begin, dateline_lexicon_end
dateline_gazetteer_begin:
    .incbin "gazetteer.txt"
dateline_gazetteer_end:
dateline_lexicon_begin:
    .incbin "lexicon.txt"
dateline_lexicon_end:
    .section .note.GNU-stack, "", %progbits
