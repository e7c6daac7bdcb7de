/* dz-topics.h - what a point is about, so that 力量不足 can be told apart
 *
 * Topics are <words name="topic-NAME"> of phrases.xml; a rule asks for one by
 * topic="NAME" and refuses one by not-topic="NAME".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-report-sentences.h"

G_BEGIN_DECLS

typedef struct _DzTopics DzTopics;

DzTopics *dz_topics_new   (DzCodebook       *codebook,
                           GError          **error);
void      dz_topics_free  (DzTopics         *self);
guint32   dz_topics_of    (DzTopics         *self,
                           const char       *folded,
                           const DzReportSentence *sentence);
gboolean  dz_topics_admit (DzTopics         *self,
                           const DzRule     *rule,
                           guint32           topics);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DzTopics, dz_topics_free)

G_END_DECLS
