/* _datetime_clock.c - what a time and a datetime share: the clock, the zone, and their state in bytes. */
#include "modules/_datetime.h"

#include "base/hash.h"
#include "types/int.h"

void vv_dt_clock_fields(const vv_dt_clock *c, vv_dt_fields *f) {
    f->hour = c->hour;
    f->minute = c->minute;
    f->second = c->second;
    f->us = (int)c->us;
    f->fold = c->fold;
}

vv_dt_clock vv_dt_clock_of(const vv_dt_fields *f) {
    return (vv_dt_clock){(uint8_t)f->hour, (uint8_t)f->minute, (uint8_t)f->second, (uint8_t)f->fold, (uint32_t)f->us};
}

int64_t vv_dt_offset_us(vv_ref offset) {
    const vv_dt_delta *d = VV_DT_DELTA(offset);
    return ((int64_t)d->days * VV_DT_DAY + d->seconds) * VV_DT_SECOND_US + d->us;
}

void vv_dt_put_seconds(vv_dt_text *b, const vv_dt_clock *c) {
    if (c->second != 0 || c->us != 0) {
        vv_dt_put(b, ", ");
        vv_dt_put_number(b, c->second, 1);
    }
    if (c->us != 0) {
        vv_dt_put(b, ", ");
        vv_dt_put_number(b, (int)c->us, 1);
    }
}

/* ---- of an object that is one of the two ---- */

static const vv_dt_clock *clock_in(vv_thread *t, vv_ref self) {
    return VV_DT_IS(t, self, DT_DATETIME) ? &VV_DT_DATETIME(self)->clock : &VV_DT_TIME(self)->clock;
}

static vv_ref zone_in(vv_thread *t, vv_ref self) {
    return VV_DT_IS(t, self, DT_DATETIME) ? VV_DT_DATETIME(self)->tzinfo : VV_DT_TIME(self)->tzinfo;
}

vv_owned vv_dt_get_hour(vv_thread *t, vv_ref self) {
    return vv_int_new(t, clock_in(t, self)->hour);
}
vv_owned vv_dt_get_minute(vv_thread *t, vv_ref self) {
    return vv_int_new(t, clock_in(t, self)->minute);
}
vv_owned vv_dt_get_second(vv_thread *t, vv_ref self) {
    return vv_int_new(t, clock_in(t, self)->second);
}
vv_owned vv_dt_get_microsecond(vv_thread *t, vv_ref self) {
    return vv_int_new(t, clock_in(t, self)->us);
}
vv_owned vv_dt_get_fold(vv_thread *t, vv_ref self) {
    return vv_int_new(t, clock_in(t, self)->fold);
}
vv_owned vv_dt_get_tzinfo(vv_thread *t, vv_ref self) {
    return vv_dt_tzinfo_or_none(t, zone_in(t, self));
}

vv_step vv_dt_ask_self(vv_thread *t, vv_native *nf, enum vv_dt_question question) {
    VV_BEGIN(nf);
    vv_ref self = nf->argv[0];
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_in(t, self), VV_DT_IS(t, self, DT_DATETIME) ? self : VV_NONE(t), question));
    return VV_READY;
    VV_END(nf);
}

/* The bytes of a date, if it has one, and of its clock, the fold in the highest bit of the month or the hour. Returns how many. */
static size_t put_state(vv_thread *t, vv_ref self, uint8_t state[10], bool with_fold) {
    size_t n = 0;
    bool fold = with_fold && clock_in(t, self)->fold != 0;
    if (VV_DT_IS(t, self, DT_DATETIME)) {
        vv_dt_fields f = vv_dt_fields_of(self);
        state[0] = (uint8_t)(f.year >> 8);
        state[1] = (uint8_t)f.year;
        state[2] = (uint8_t)(f.month | (fold ? 128 : 0));
        state[3] = (uint8_t)f.day;
        n = 4;
    }
    const vv_dt_clock *c = clock_in(t, self);
    const uint8_t clock[] = {c->hour, c->minute, c->second, (uint8_t)(c->us >> 16), (uint8_t)(c->us >> 8), (uint8_t)c->us};
    for (size_t k = 0; k < sizeof clock; k++)
        state[n + k] = clock[k];
    if (fold && n == 0)
        state[0] |= 128;
    return n + sizeof clock;
}

vv_hash vv_dt_hash_clock(vv_thread *t, vv_ref self) {
    uint8_t state[10];
    return vv_hash_bytes(state, put_state(t, self, state, false));
}

vv_owned vv_dt_reduce_clock(vv_thread *t, vv_ref self, bool with_fold) {
    uint8_t state[10];
    size_t n = put_state(t, self, state, with_fold);
    return vv_dt_reduce(t, self, state, n, zone_in(t, self));
}

vv_step vv_dt_reduce_ex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_dt_only_argument(t, nf, "__reduce_ex__") < 0)
        return VV_FAILED;
    VV_DT_INTS(nf, 1, 2);
    int protocol;
    return vv_dt_int(t, nf->argv[1], &protocol) < 0 ? VV_FAILED : vv_return(t, vv_dt_reduce_clock(t, nf->argv[0], protocol > 3));
    VV_END(nf);
}
