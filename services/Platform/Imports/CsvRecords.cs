using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Gms.Platform;

/// <summary>One record of a CSV file: its fields, or why it could not be read.</summary>
public sealed record CsvRecord(IReadOnlyList<string> Fields, Problem? Problem = null);

/// <summary>
/// Splits a CSV file (RFC 4180) that comes in pieces into records. A record that is broken or endless is told as such and the file goes on with the
/// next line, which is why no library does it: they stop there, or read until memory ends. The separator (comma, semicolon or tab) is the one the first line uses.
/// </summary>
public static class CsvRecords
{
    /// <summary>The longest record, in bytes.</summary>
    public const int LongestRecord = 64 * 1024;

    const int Mark = 4;
    const byte Quote = (byte)'"', NewLine = (byte)'\n', Return = (byte)'\r';

    public static async IAsyncEnumerable<CsvRecord> Read(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var splitter = new Splitter();
        await foreach (var piece in pieces.WithCancellation(cancel))
        {
            splitter.Add(piece.Span);
            while (splitter.Done.TryDequeue(out var record))
                yield return record;
        }
        splitter.End();
        while (splitter.Done.TryDequeue(out var record))
            yield return record;
    }

    sealed class Splitter
    {
        readonly ArrayBufferWriter<byte> _field = new(256);
        readonly List<string> _fields = [];
        readonly List<byte> _begin = new(Mark);
        int _length;
        bool _inQuotes, _afterQuote, _skipping, _faulty, _any;
        byte _before, _separator;

        public Queue<CsvRecord> Done { get; } = new();

        public void Add(ReadOnlySpan<byte> piece)
        {
            foreach (var b in piece)
                if (_begin.Count < Mark)
                {
                    _begin.Add(b);
                    if (_begin.Count == Mark)
                        Start();
                }
                else
                    TakeNext(b);
        }

        public void End()
        {
            if (_begin.Count < Mark)
                Start();
            if (_inQuotes)
                _faulty = true;
            if (_any || _fields.Count > 0)
                EndRecord();
        }

        /// <summary>Passes over a UTF-8 mark; refuses other encodings and what is no text, told by the first bytes, which may come one by one.</summary>
        void Start()
        {
            if (_begin is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'P', (byte)'K', 3, 4])
                throw Refuse.Invalid(PlatformProblems.CsvNotUtf8());
            foreach (var b in _begin is [0xEF, 0xBB, 0xBF, ..] ? _begin.Skip(3) : _begin)
                TakeNext(b);
        }

        void TakeNext(byte b)
        {
            Take(b);
            _before = b;
        }

        void Take(byte b)
        {
            if (_skipping)
            {
                if (b is NewLine)
                {
                    Clear();
                    Done.Enqueue(new([], PlatformProblems.CsvRowTooLong(LongestRecord)));
                }
                return;
            }
            if (++_length > LongestRecord)
            {
                _skipping = true;
                return;
            }

            if (_afterQuote)
            {
                _afterQuote = false;
                if (b is Quote)
                {
                    Append(b);
                    return;
                }
                _inQuotes = false;
                _faulty |= b is not (NewLine or Return) && !IsSeparator(b);
            }

            if (_inQuotes)
            {
                if (b is Quote)
                    _afterQuote = true;
                else
                    Append(b);
            }
            else if (b is NewLine)
            {
                if (_before is not Return)
                    EndLine();
            }
            else if (b is Return)
                EndLine();
            else if (IsSeparator(b))
                EndField(b);
            else if (b is Quote && _field.WrittenCount == 0)
                _inQuotes = _any = true;
            else
            {
                _faulty |= b is Quote;
                Append(b);
            }
        }

        void Append(byte b)
        {
            _field.GetSpan(1)[0] = b;
            _field.Advance(1);
            _any = true;
        }

        bool IsSeparator(byte b) => _separator == 0 ? b is (byte)',' or (byte)';' or (byte)'\t' : b == _separator;

        void EndField(byte separator)
        {
            if (_separator == 0)
                _separator = separator;
            _fields.Add(Encoding.UTF8.GetString(_field.WrittenSpan));
            _field.ResetWrittenCount();
            _any = true;
        }

        void EndLine()
        {
            if (_any)
                EndRecord();
            else
                Clear();    // an empty line
        }

        void EndRecord()
        {
            if (_skipping)
                Done.Enqueue(new([], PlatformProblems.CsvRowTooLong(LongestRecord)));
            else
            {
                _fields.Add(Encoding.UTF8.GetString(_field.WrittenSpan));
                Done.Enqueue(new([.. _fields], _faulty ? PlatformProblems.CsvQuote() : null));
            }
            Clear();
        }

        void Clear()
        {
            _field.ResetWrittenCount();
            _fields.Clear();
            _length = 0;
            _inQuotes = _afterQuote = _skipping = _faulty = _any = false;
        }
    }
}
