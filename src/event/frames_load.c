/* frames_load.c: the files of data/events, and those of a user, into one lexicon of frames. */
#include "event/confidence.h"
#include "event/event_history.h"
#include "event/frames_load.h"

static void load_frames(att_frame_loader *l, att_lex *lex)
{
    l->lex = lex;
    while (att_lex_next(lex))
        if (!att_frame_read(l, lex->fields)) {
            l->f->faults++;
            att_lex_fault(lex, "this frame can't be read");
        }
    l->lex = NULL;
}

/* The class @container is asked for at every condition, so it has a map of its own. */
static void load_classes(att_frame_loader *l, const char *name)
{
    att_lex lex;
    att_overlay_open(&lex, l->overlay, name, 2);
    while (att_lex_next(&lex)) {
        bool fresh;
        att_slice key = lex.fields[0];
        if (key.len && key.ptr[0] == '@') key = att_sub(key, 1, key.len);
        uint32_t *at = att_map_put(&l->f->classes, l->a, key, &fresh);
        if (fresh) {
            *at = l->f->class_words.n;
            *att_push(l->a, &l->f->class_words) = (att_map){0};
        }
        att_slice rest = lex.fields[1], w;
        while (att_lex_alt(&rest, &w)) {
            *att_map_put(&l->f->class_words.at[*at], l->a, w, NULL) = 1;
            if (att_is(key, "container")) *att_map_put(&l->f->containers, l->a, w, NULL) = 1;
        }
    }
}

static void load_embed(att_frame_loader *l)
{
    att_lex lex;
    att_overlay_open(&lex, l->overlay, "events/embed.txt", 3);
    att_embeds_read(&l->f->embed, l->a, &lex);
}

static void load_domains(att_frame_loader *l)
{
    att_lex lex;
    att_overlay_open(&lex, l->overlay, "events/domains.txt", 2);
    while (att_lex_next(&lex)) {
        att_slice rest = lex.fields[1], w;
        uint32_t domain = att_is(lex.fields[0], "politics") ? ATT_DOMAIN_POLITICS : ATT_DOMAIN_OTHER;
        while (att_lex_alt(&rest, &w)) *att_map_put(&l->f->domain_words, l->a, w, NULL) = domain;
    }
}

static void load_all_frames(att_frame_loader *l)
{
    static const char *const FILES[] = {"events/frames-verbs.txt", "events/frames-nouns.txt", "events/frames-core.txt", "events/frames-concepts.txt", "events/frames-pairs.txt"};
    att_lex lex;
    for (uint32_t i = 0; l->overlay && i < l->overlay->n; i++) {
        if (!att_overlay_own_frames(l->overlay->at[i].name)) continue;
        att_lex_open(&lex, att_copy_z(l->a, l->overlay->at[i].name), l->overlay->at[i].text, 7);
        lex.fault = l->overlay->fault;
        lex.ctx = l->overlay->ctx;
        load_frames(l, &lex);
    }
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        att_overlay_open(&lex, l->overlay, FILES[i], 7);
        load_frames(l, &lex);
    }
}

att_frames *att_frames_open_with(att_arena *arena, const att_overlay *overlay)
{
    att_frames *f = att_new(arena, att_frames, 1);
    att_frame_loader l = {.f = f, .a = arena, .overlay = overlay};
    (void)att_push(arena, &f->frames);
    att_ontology_load(&f->ontology, arena, overlay);
    load_classes(&l, "events/classes.txt");
    load_classes(&l, "events/classes-nouns.txt");
    load_all_frames(&l);
    load_embed(&l);
    load_domains(&l);
    att_eras_load(f, arena, overlay);
    att_confidence_load(f, overlay);
    uint64_t h = att_overlay_hash(overlay);
    f->lexicon_version = att_format(arena, "%08x", (uint32_t)(h ^ h >> 32));
    return f;
}

att_frames *att_frames_open(att_arena *arena) { return att_frames_open_with(arena, NULL); }

att_slice att_lexicon_version(const att_frames *f) { return f->lexicon_version; }
