// One function for each group of commands: it adds its part of the command line and, when chosen, sets
// `chosen`.
#pragma once

#include "app/tekenctl/context.h"

namespace CLI {
class App;
}

namespace teken::ctl {

void addAuthority(CLI::App& app, Command& chosen);
void addEnrol(CLI::App& app, Command& chosen);
void addDrive(CLI::App& app, Command& chosen);
void addText(CLI::App& app, Command& chosen);
void addRoster(CLI::App& app, Command& chosen);
void addOfficer(CLI::App& app, Command& chosen);
void addSession(CLI::App& app, Command& chosen);
void addDecisions(CLI::App& app, Command& chosen);
void addTransfer(CLI::App& app, Command& chosen);
void addStatus(CLI::App& app, Command& chosen);
void addKeeping(CLI::App& app, Command& chosen);
void addAudit(CLI::App& app, Command& chosen);
void addPapers(CLI::App& app, Command& chosen);
void addLetterhead(CLI::App& app, Command& chosen); ///< after addPapers: part of its group
void addEvidence(CLI::App& app, Command& chosen);
void addSlip(CLI::App& app, Command& chosen);
void addCheckBukti(CLI::App& app, Command& chosen);
void addPractice(CLI::App& app, Command& chosen);

} // namespace teken::ctl
