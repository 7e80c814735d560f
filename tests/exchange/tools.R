# SPDX-License-Identifier: Apache-2.0
# usage: Rscript tools.R read FORMAT FILE            prints what R reads, as lines of "node", name and "tie", from, to, weight
#        Rscript tools.R write FORMAT FILE NODES TIES  writes a network given as two tables (names; from, to, weight)
# Fields are parted by tabs.
suppressMessages({ library(igraph); library(sna) })
given <- commandArgs(trailingOnly = TRUE)
action <- given[1]; format <- given[2]; file <- given[3]

say <- function(names, from, to, weights) {
  cat(paste("node", enc2utf8(names), sep = "\t"), sep = "\n")
  if (length(from) > 0) cat(paste("tie", enc2utf8(from), enc2utf8(to), weights, sep = "\t"), sep = "\n")
}

say_graph <- function(graph, names) {
  ends <- as_edgelist(graph, names = FALSE)
  weights <- if (is.null(E(graph)$weight)) rep(1, nrow(ends)) else E(graph)$weight
  say(names, names[ends[, 1]], names[ends[, 2]], weights)
}

say_matrix <- function(cells, names) {
  at <- which(cells != 0, arr.ind = TRUE)
  say(names, names[at[, 1]], names[at[, 2]], cells[at])
}

# NetDraw VNA: two tables below lines that begin with a star.
read_vna <- function() {
  lines <- readLines(file, encoding = "UTF-8")
  starts <- grep("^\\*", lines)
  part <- function(name) {
    start <- starts[grepl(name, lines[starts], ignore.case = TRUE)][1]
    end <- min(c(starts[starts > start], length(lines) + 1)) - 1
    read.table(text = lines[(start + 1):end], header = TRUE, stringsAsFactors = FALSE, colClasses = "character")
  }
  ties <- part("tie data")
  say(part("node data")[[1]], ties[[1]], ties[[2]], as.numeric(ties[[3]]))
}

readers <- list(
  graphml = function() { graph <- read_graph(file, "graphml"); say_graph(graph, V(graph)$name) },
  pajek = function() { graph <- read_graph(file, "pajek"); say_graph(graph, V(graph)$id) },
  dl = function() { graph <- read_graph(file, "dl"); say_graph(graph, V(graph)$name) },
  matrix = function() {
    cells <- as.matrix(read.csv(file, row.names = 1, check.names = FALSE, encoding = "UTF-8"))
    say_matrix(cells, rownames(cells))
  },
  csv = function() {
    ties <- read.csv(file, colClasses = c("character", "character", "numeric"), encoding = "UTF-8")
    say(unique(c(ties$from, ties$to)), ties$from, ties$to, ties$weight)
  },
  vna = read_vna)

given_graph <- function() {
  members <- readLines(given[4], encoding = "UTF-8")
  ties <- read.delim(given[5], header = FALSE, colClasses = c("character", "character", "numeric"), encoding = "UTF-8", quote = "")
  graph <- add_vertices(make_empty_graph(0), length(members), name = members)
  add_edges(graph, rbind(match(ties[[1]], members), match(ties[[2]], members)), weight = ties[[3]])
}

writers <- list(
  graphml = function(graph) write_graph(graph, file, "graphml"),
  pajek = function(graph) { V(graph)$id <- V(graph)$name; write_graph(graph, file, "pajek") },
  matrix = function(graph) {
    cells <- as_adjacency_matrix(graph, attr = "weight", sparse = FALSE)
    write.csv(cells, file, fileEncoding = "UTF-8")
  },
  dl = function(graph) {
    cells <- as_adjacency_matrix(graph, attr = "weight", sparse = FALSE)
    write.dl(cells, file, vertex.lab = V(graph)$name)
  })

if (action == "read") readers[[format]]() else writers[[format]](given_graph())
