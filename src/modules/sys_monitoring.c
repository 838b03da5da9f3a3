/* sys_monitoring.c - the namespace sys.monitoring; what it sets is in vm/monitor.c. */
#include "modules/sys_info.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/monitor.h"

#define VV_DEF_NAME monitoring
#define VV_DEF_FILE "modules/sys_monitoring.def"
#include "object/deftype.h"

enum { C_EVENTS = 1 << VV_EVENT_C_RETURN | 1 << VV_EVENT_C_RAISE };

/* The number of a tool, in *ret: 0/-1. */
static int tool_argument(vv_thread *t, vv_ref o, int *ret) {
    if (vv_sys_int_argument(t, o, ret) < 0)
        return -1;
    if (*ret < 0 || *ret >= VV_MONITOR_TOOLS)
        return vv_raise_int(t, VV_ValueError, "invalid tool %d (must be between 0 and 5)", *ret);
    return 0;
}

/* names and callbacks, borrowed; NULL with MemoryError */
static vv_list *objects(vv_thread *t) {
    vv_obj **list = &t->vm->monitor.objects;
    if (*list == NULL) {
        *list = vv_list_new(t, VV_MONITOR_OBJECTS);
        for (size_t k = 0; *list != NULL && k < VV_MONITOR_OBJECTS; k++)
            VV_LIST(*list)->items[k] = vv_none(t);
    }
    return *list == NULL ? NULL : VV_LIST(*list);
}

static vv_owned monitoring_get_tool(vv_thread *t, vv_obj *const *argv) {
    int tool;
    vv_list *list = tool_argument(t, argv[0], &tool) < 0 ? NULL : objects(t);
    return list == NULL ? NULL : vv_newref(list->items[tool]);
}

static vv_owned monitoring_use_tool_id(vv_thread *t, vv_obj *const *argv) {
    int tool;
    vv_list *list = tool_argument(t, argv[0], &tool) < 0 ? NULL : objects(t);
    if (list == NULL)
        return NULL;
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_ValueError, "tool name must be a str");
    if (list->items[tool] != t->vm->none)
        return vv_raise(t, VV_ValueError, "tool %d is already in use", tool);
    vv_setref_take(t, &list->items[tool], vv_newref(argv[1]));
    return vv_none(t);
}

static vv_owned monitoring_free_tool_id(vv_thread *t, vv_obj *const *argv) {
    int tool;
    vv_list *list = tool_argument(t, argv[0], &tool) < 0 ? NULL : objects(t);
    if (list == NULL)
        return NULL;
    vv_setref_take(t, &list->items[tool], vv_none(t));
    return vv_none(t);
}

static vv_owned monitoring_register_callback(vv_thread *t, vv_obj *const *argv) {
    int tool, event;
    if (tool_argument(t, argv[0], &tool) < 0 || vv_sys_int_argument(t, argv[1], &event) < 0)
        return NULL;
    if (event <= 0 || (event & (event - 1)) != 0)
        return vv_raise(t, VV_ValueError, "The callback can only be set for one event at a time");
    int number = __builtin_ctz((unsigned)event);
    if (number >= VV_EVENT__COUNT)
        return vv_raise(t, VV_ValueError, "invalid event %d", event);
    vv_list *list = objects(t);
    if (list == NULL)
        return NULL;
    vv_obj **place = &list->items[vv_monitor_callback_at(tool, number)];
    vv_owned old = *place;
    *place = vv_newref(argv[2]);
    return old;
}

static vv_owned get(vv_thread *t, vv_ref number, vv_ref code) {
    int tool;
    if (tool_argument(t, number, &tool) < 0)
        return NULL;
    if (code != NULL && !VV_IS(t, code, CODE))
        return vv_raise(t, VV_TypeError, "code must be a code object");
    return vv_int_new(t, vv_monitor_events(t->vm, code, tool));
}

static vv_owned set(vv_thread *t, vv_ref number, vv_ref code, vv_ref set) {
    int tool, events;
    if (tool_argument(t, number, &tool) < 0)
        return NULL;
    if (code != NULL && !VV_IS(t, code, CODE))
        return vv_raise(t, VV_TypeError, "code must be a code object");
    if (vv_sys_int_argument(t, set, &events) < 0)
        return NULL;
    vv_list *list = objects(t);
    if (list == NULL)
        return NULL;
    uint32_t wanted = (uint32_t)events;
    bool c_only = (wanted & C_EVENTS) != 0 && (wanted & (C_EVENTS | 1 << VV_EVENT_CALL)) != (C_EVENTS | 1 << VV_EVENT_CALL);
    bool valid = code != NULL || wanted >> VV_EVENT__COUNT == 0;
    if (valid && c_only)
        return vv_raise(t, VV_ValueError, "cannot set C_RETURN or C_RAISE events independently");
    if (valid)
        wanted &= ~(uint32_t)C_EVENTS;
    if (!valid || (code != NULL && wanted >> VV_EVENTS_LOCAL != 0))
        return vv_raise(t, VV_ValueError, "invalid %sevent set 0x%x", code == NULL ? "" : "local ", (unsigned)wanted);
    if (list->items[tool] == t->vm->none)
        return vv_raise(t, VV_ValueError, "tool %d is not in use", tool);
    return vv_monitor_set(t, code, tool, wanted) < 0 ? NULL : vv_none(t);
}

static vv_owned monitoring_get_events(vv_thread *t, vv_obj *const *argv) {
    return get(t, argv[0], NULL);
}
static vv_owned monitoring_get_local_events(vv_thread *t, vv_obj *const *argv) {
    return get(t, argv[0], argv[1]);
}
static vv_owned monitoring_set_events(vv_thread *t, vv_obj *const *argv) {
    return set(t, argv[0], NULL, argv[1]);
}
static vv_owned monitoring_set_local_events(vv_thread *t, vv_obj *const *argv) {
    return set(t, argv[0], argv[1], argv[2]);
}

static vv_owned monitoring_restart_events(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_monitor_restart(t->vm);
    return vv_none(t);
}

static const char *const event_names[] = {
#define VV_EVENT(name) #name,
#include "vm/monitor_events.def"
#undef VV_EVENT
};

static int set_number(vv_thread *t, vv_ref dict, const char *name, int64_t number) {
    VV_AUTO value = {t, vv_int_new(t, number)};
    return value.o == NULL ? -1 : vv_dict_set_cstr(t, dict, name, value.o);
}

static vv_owned monitoring_all_events(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    VV_AUTO dict = {t, vv_dict_new(t)};
    for (int e = 0; dict.o != NULL && e < VV_EVENTS_GROUPED; e++)
        if (t->vm->monitor.tools[e] != 0 && set_number(t, dict.o, event_names[e], t->vm->monitor.tools[e]) < 0)
            return NULL;
    return vv_move(&dict.o);
}

/* A namespace of the events: owned. */
static vv_owned events(vv_thread *t) {
    VV_AUTO dict = {t, vv_dict_new(t)};
    for (int e = 0; dict.o != NULL && e < VV_EVENT__COUNT; e++)
        if (set_number(t, dict.o, event_names[e], (int64_t)1 << e) < 0)
            return NULL;
    return dict.o == NULL || set_number(t, dict.o, "NO_EVENTS", 0) < 0 ? NULL : vv_sys_namespace_take(t, vv_move(&dict.o));
}

int vv_sys_add_monitoring(vv_thread *t, vv_ref sys) {
    static const struct {
        const char *name;
        int number;
    } tools[] = {{"DEBUGGER_ID", 0}, {"COVERAGE_ID", 1}, {"PROFILER_ID", 2}, {"OPTIMIZER_ID", 5}};
    vv_monitor *m = &t->vm->monitor;
    vv_type *object = VV_TYPEP(t, OBJECT);
    VV_AUTO module = {t, vv_module_from_defs(t, "sys.monitoring", NULL, monitoring_methods)};
    VV_AUTO names = {t, module.o == NULL ? NULL : events(t)};
    m->disable = names.o == NULL ? NULL : vv_new_object(t, object, object->basicsize);
    m->missing = m->disable == NULL ? NULL : vv_new_object(t, object, object->basicsize);
    if (m->missing == NULL)
        return -1;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    VV_MODULE_OF(module.o)->builtin = false; /* its repr says no more than the name */
    for (size_t k = 0; k < VV_ARRAY_LEN(tools); k++)
        if (set_number(t, dict, tools[k].name, tools[k].number) < 0)
            return -1;
    if (vv_dict_set_cstr(t, dict, "events", names.o) < 0 || vv_dict_set_cstr(t, dict, "DISABLE", m->disable) < 0 ||
        vv_dict_set_cstr(t, dict, "MISSING", m->missing) < 0)
        return -1;
    return vv_dict_set_cstr(t, sys, "monitoring", module.o);
}
