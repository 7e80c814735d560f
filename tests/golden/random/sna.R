# SPDX-License-Identifier: Apache-2.0
# usage: Rscript sna.R FOLDER    Prints graph,metric,node,value of what R sna says of FOLDER/*.edges.csv
suppressMessages(library(sna))
folder <- commandArgs(trailingOnly = TRUE)[1]

say <- function(graph, metric, values, nodes = "") {
  values <- as.numeric(values)
  keep <- is.finite(values)
  if (any(keep)) cat(paste(graph, metric, rep_len(nodes, length(values))[keep], format(values[keep], digits = 15, trim = TRUE), sep = ","), sep = "\n")
  if (any(keep)) cat("\n")
}

for (file in list.files(folder, pattern = "[.]edges[.]csv$")) {
  graph <- sub("[.]edges[.]csv$", "", file)
  members <- read.csv(file.path(folder, paste0(graph, ".nodes.csv")))
  ties <- read.csv(file.path(folder, file))
  n <- nrow(members)
  if (n < 3) next
  directed <- !grepl("undirected", graph)
  m <- matrix(0, n, n)
  if (nrow(ties) > 0) m[cbind(ties$from, ties$to)] <- 1
  if (!directed) m <- pmax(m, t(m))
  say(graph, "density", gden(m))
  union <- pmax(m, t(m))
  # Power has no value without ties; the exponent is half of what the network can bear.
  if (sum(m) > 0) say(graph, "bonacich_power_undirected", bonpow(union, gmode = "graph", exponent = 0.5 / max(eigen(union, symmetric = TRUE)$values)), members$id)
  say(graph, "betweenness", if (directed) betweenness(m) else betweenness(m, gmode = "graph"), members$id)
  if (!directed || sum(m) == 0) next
  dyads <- dyad.census(m)
  say(graph, "dyads_mutual", dyads[1]); say(graph, "dyads_asym", dyads[2]); say(graph, "dyads_null", dyads[3])
  say(graph, "reciprocity_edgewise", grecip(m, measure = "edgewise"))
  say(graph, "reciprocity_dyadic_incl_null", grecip(m, measure = "dyadic"))
  # Without a way of two steps there is nothing to close: sna says 1, Konbit nothing.
  two_steps <- m %*% m
  if (sum(two_steps[row(m) != col(m)]) > 0) say(graph, "transitivity_weak_directed", gtrans(m, measure = "weak"))
  say(graph, "krackhardt_connectedness", connectedness(m))
  say(graph, "krackhardt_hierarchy", hierarchy(m, measure = "krackhardt"))
  say(graph, "krackhardt_efficiency", efficiency(m))
  say(graph, "krackhardt_lubness", lubness(m))
  say(graph, "centralization_indegree", centralization(m, degree, cmode = "indegree"))
  say(graph, "centralization_outdegree", centralization(m, degree, cmode = "outdegree"))
  say(graph, "centralization_betweenness", centralization(m, betweenness))
  if (length(unique(members$group)) > 1) {
    b <- brokerage(m, members$group)
    for (role in colnames(b$raw.nli)) {
      say(graph, paste0("gf_", role), b$raw.nli[, role], members$id)
      say(graph, paste0("gf_z_", role), b$z.nli[, role], members$id)
      say(graph, paste0("gf_total_", role), b$raw.gli[role])
      say(graph, paste0("gf_expected_total_", role), b$exp.gli[role])
      say(graph, paste0("gf_z_total_", role), b$z.gli[role])
    }
  }
}
