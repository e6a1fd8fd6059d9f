using System.Buffers;
using System.Text;

namespace Grpc.Core;

partial class Metadata
{
    /// <summary>One key with its value, text or bytes.</summary>
    public class Entry
    {
        static readonly SearchValues<char> s_keyCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789._-");

        readonly string? _text;
        readonly byte[]? _bytes;

        /// <summary>A text entry.</summary>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalized(key);
            if (NamesBytes(Key))
                throw new ArgumentException($"The value of \"{Key}\" must be bytes: its key ends in \"{BinaryHeaderSuffix}\".", nameof(key));
            _text = value;
        }

        /// <summary>An entry of bytes; its key ends in "-bin".</summary>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalized(key);
            if (!NamesBytes(Key))
                throw new ArgumentException($"The key of bytes must end in \"{BinaryHeaderSuffix}\", and \"{Key}\" does not.", nameof(key));
            _bytes = [.. valueBytes];
        }

        public string Key { get; }

        public bool IsBinary => _bytes is not null;

        /// <summary>The text; an entry of bytes has none.</summary>
        public string Value => _text ?? throw new InvalidOperationException($"The value of \"{Key}\" is bytes, not text.");

        /// <summary>The bytes, or the text as ASCII.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _bytes];

        public override string ToString() => IsBinary
            ? $"[Entry: key={Key}, valueBytes={_bytes!.Length}]"
            : $"[Entry: key={Key}, value={_text}]";

        internal bool HasKey(string key) => string.Equals(Key, key, StringComparison.OrdinalIgnoreCase);

        static bool NamesBytes(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        static string Normalized(string key)
        {
            ArgumentException.ThrowIfNullOrEmpty(key);
            if (!key.AsSpan().ContainsAnyExcept(s_keyCharacters))
                return key;

            var lower = key.ToLowerInvariant();
            return lower.AsSpan().ContainsAnyExcept(s_keyCharacters)
                ? throw new ArgumentException($"\"{key}\" is no metadata key: only letters, digits, '.', '_' and '-' may occur.", nameof(key))
                : lower;
        }
    }
}
