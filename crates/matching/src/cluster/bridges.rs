//! Edges that alone hold two parts of a graph together.

/// A graph by its edges: which nodes each joins. Two edges may join the same nodes.
#[derive(Debug)]
pub(crate) struct Edges {
    start: Vec<usize>,
    /// The other node, and the number of the edge.
    ends: Vec<(u32, u32)>,
}

/// An edge without which its two ends are in two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Bridge {
    /// The number of the edge.
    pub(crate) edge: u32,
    /// How many nodes the smaller part has.
    pub(crate) smaller: u32,
}

impl Edges {
    pub(crate) fn new(nodes: u32, edges: &[(u32, u32)]) -> Self {
        let mut start = vec![0_usize; nodes as usize + 1];
        for &(left, right) in edges {
            start[left as usize + 1] += 1;
            start[right as usize + 1] += 1;
        }
        for node in 1..start.len() {
            start[node] += start[node - 1];
        }
        let mut next = start.clone();
        let mut ends = vec![(0, 0); edges.len() * 2];
        for (number, &(left, right)) in edges.iter().enumerate() {
            for (from, to) in [(left, right), (right, left)] {
                ends[next[from as usize]] = (to, number as u32);
                next[from as usize] += 1;
            }
        }
        Self { start, ends }
    }

    /// All bridges, by number (Tarjan 1974, A Note on Finding the Bridges of a Graph; without recursion, since chains are long).
    pub(crate) fn bridges(&self) -> Vec<Bridge> {
        const UNSEEN: u32 = u32::MAX;
        let nodes = self.start.len() - 1;
        let mut seen = vec![UNSEEN; nodes];
        let mut low = vec![0_u32; nodes];
        let mut below = vec![1_u32; nodes];
        let mut next = self.start.clone();
        let mut clock = 0;
        let mut found = Vec::new();
        for root in 0..nodes {
            if seen[root] != UNSEEN {
                continue;
            }
            let first = found.len();
            seen[root] = clock;
            low[root] = clock;
            clock += 1;
            // Nodes on the way from the root, each with the edge that led to it.
            let mut way = vec![(root, UNSEEN)];
            while let Some(&(node, by)) = way.last() {
                if next[node] < self.start[node + 1] {
                    let (to, edge) = self.ends[next[node]];
                    let to = to as usize;
                    next[node] += 1;
                    if edge == by {
                        continue;
                    }
                    if seen[to] == UNSEEN {
                        seen[to] = clock;
                        low[to] = clock;
                        clock += 1;
                        way.push((to, edge));
                    } else {
                        low[node] = low[node].min(seen[to]);
                    }
                    continue;
                }
                way.pop();
                if let Some(&(parent, _)) = way.last() {
                    low[parent] = low[parent].min(low[node]);
                    below[parent] += below[node];
                    if low[node] > seen[parent] {
                        found.push(Bridge {
                            edge: by,
                            smaller: below[node],
                        });
                    }
                }
            }
            for bridge in &mut found[first..] {
                bridge.smaller = bridge.smaller.min(below[root] - bridge.smaller);
            }
        }
        found.sort_unstable();
        found
    }
}
