// The gazetteer, the lexicon and the model, built into the program as they stand.
    .section .rodata
    .global dateline_gazetteer_begin, dateline_gazetteer_end
    .global dateline_lexicon_begin, dateline_lexicon_end
    .global dateline_organizations_begin, dateline_organizations_end
    .global dateline_model_begin, dateline_model_end
dateline_gazetteer_begin:
    .incbin "gazetteer/gazetteer.txt"
dateline_gazetteer_end:
dateline_lexicon_begin:
    .incbin "gazetteer/lexicon.txt"
dateline_lexicon_end:
dateline_organizations_begin:
    .incbin "gazetteer/organizations.txt"
dateline_organizations_end:
dateline_model_begin:
    .incbin "model/english.names"
dateline_model_end:
    .section .note.GNU-stack, "", %progbits
