/* dz-reader-docx.h - the reader whose text LibreOffice's files are read with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dz-reader-kind.h"

extern const DzReader dz_reader_docx;
