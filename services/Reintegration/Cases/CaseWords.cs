using Gms.Platform;

namespace Gms.Reintegration.Cases;

/// <summary>Opens what was told within a case: it is under a key of the case, which goes when the person is erased (docs/decisions/0029).</summary>
public sealed class CaseWords(PersonKeys keys)
{
    /// <summary>The key of a case that begins.</summary>
    public void Give(Case opened) => opened.TakeKey(keys.New(opened.Id));

    /// <summary>To show what was told; of an erased person nothing.</summary>
    public Words ToRead(Case held) => new(keys.Open(held.CaseKey, held.Id));

    /// <summary>To write more of it; refused once the person was erased. The case must be one that is saved: it may get its key only now.</summary>
    public Words ToWrite(Case held)
    {
        if (held.ErasedAt is not null)
            throw Refuse.NotNow(Problems.CaseErased());
        if (held.CaseKey is null)
            Give(held);    // from before cases had keys
        return ToRead(held);
    }
}
