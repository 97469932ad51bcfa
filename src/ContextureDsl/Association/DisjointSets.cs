namespace ContextureDsl.Association;

/// <summary>Union-find; the smaller number becomes the root, paths are halved.</summary>
internal sealed class DisjointSets
{
    private readonly int[] parents;

    public DisjointSets(int count)
    {
        parents = new int[count];
        for (var i = 0; i < count; i++) parents[i] = i;
    }

    public int Root(int node)
    {
        while (parents[node] != node) node = parents[node] = parents[parents[node]];
        return node;
    }

    public void Join(int left, int right)
    {
        (left, right) = (Root(left), Root(right));
        if (left < right) parents[right] = left;
        else parents[left] = right;
    }
}
