# SPDX-License-Identifier: Apache-2.0
# Times a task of compare.py in R: Rscript peer.R r-igraph|sna TASK DIR N REPETITIONS -> JSON list of seconds.
# Exit code 3: this tool does not offer the task.
given <- commandArgs(trailingOnly = TRUE)
tool <- given[1]; task <- given[2]; folder <- given[3]; n <- as.integer(given[4]); repetitions <- as.integer(given[5])
pairs_of <- function(which) as.matrix(read.csv(sprintf("%s/g%d%s.csv", folder, n, which))) + 1

igraph_tasks <- function() {
  suppressMessages(library(igraph))
  directed <- add_edges(make_empty_graph(n, directed = TRUE), t(pairs_of("a")))
  union <- as.undirected(directed)
  list(
    betweenness = function() betweenness(directed),
    closeness = function() closeness(directed, mode = "out"),
    bundle = function() {
      edge_density(directed); reciprocity(directed); transitivity(union); triad_census(directed)
      components(directed, "strong"); components(directed, "weak"); betweenness(directed)
      closeness(directed, mode = "out"); page_rank(directed); coreness(union); constraint(directed)
      cluster_leiden(union, "modularity"); transitivity(union, "local")
    })
}

matrix_of <- function(which) {
  cells <- matrix(0, n, n)
  cells[pairs_of(which)] <- 1
  cells
}

# sna has neither constraint nor communities: its bundle is smaller.
sna_tasks <- function() {
  suppressMessages(library(sna))
  if (n > 1000) quit(status = 3)
  cells <- matrix_of("a")
  list(
    betweenness = function() betweenness(cells),
    closeness = function() closeness(cells),
    bundle = function() {
      gden(cells); grecip(cells, measure = "edgewise"); gtrans(cells); triad.census(cells)
      components(cells, connected = "strong"); components(cells, connected = "weak"); betweenness(cells)
      closeness(cells); degree(cells); kcores(cells); isolates(cells)
    },
    qap1000 = if (n <= 100) function() qaptest(list(cells, matrix_of("b")), gcor, g1 = 1, g2 = 2, reps = 1000))
}

work <- (if (tool == "r-igraph") igraph_tasks() else sna_tasks())[[task]]
if (is.null(work)) quit(status = 3)
taken <- c()
for (i in seq_len(repetitions)) {
  start <- proc.time()[["elapsed"]]
  invisible(work())
  taken <- c(taken, proc.time()[["elapsed"]] - start)
  if (tail(taken, 1) > 12) break
}
cat("[", paste(format(taken, digits = 6, trim = TRUE), collapse = ","), "]\n", sep = "")
