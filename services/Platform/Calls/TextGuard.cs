using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Gms.Platform;

/// <summary>
/// Refuses damaged text in any field of any request before the call's code sees it: what some program on the way already replaced by
/// U+FFFD, and NUL, which PostgreSQL cannot hold. Names the field by its proto path. (Bytes that are no UTF-8 never come this far: the
/// parser refuses the whole message.)
/// </summary>
static class TextGuard
{
    public static IEnumerable<Problem> Damaged(IMessage message, string path = "")
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            if (field.FieldType is not (FieldType.String or FieldType.Message))
                continue;

            var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            var value = field.Accessor.GetValue(message);
            switch (value)
            {
                case string text:
                    if (IsDamaged(text))
                        yield return PlatformProblems.TextDamaged(here);
                    break;
                case IMessage inner:
                    foreach (var problem in Damaged(inner, here))
                        yield return problem;
                    break;
                case IDictionary map:
                    foreach (DictionaryEntry entry in map)
                        if (entry.Key is string key && IsDamaged(key) || entry.Value is string text && IsDamaged(text))
                            yield return PlatformProblems.TextDamaged(here);
                        else if (entry.Value is IMessage inner)
                            foreach (var problem in Damaged(inner, here))
                                yield return problem;
                    break;
                case IList list:
                    for (var i = 0; i < list.Count; i++)
                    {
                        var item = string.Create(CultureInfo.InvariantCulture, $"{here}[{i}]");
                        if (list[i] is string text && IsDamaged(text))
                            yield return PlatformProblems.TextDamaged(item);
                        else if (list[i] is IMessage inner)
                            foreach (var problem in Damaged(inner, item))
                                yield return problem;
                    }
                    break;
            }
        }
    }

    internal static bool IsDamaged(string text)
    {
        if (text.AsSpan().IndexOfAny('\0', '\uFFFD') >= 0)
            return true;

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }
        return false;
    }
}
