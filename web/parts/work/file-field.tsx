import { useId, useState } from 'preact/hooks';
import { Glyph } from '../glyph.tsx';
import { useWork } from './use-work.ts';

interface FileFieldProps {
  file: File | null;
  error: string | undefined;
  onChoose(file: File): void;
}

/** The browser's own file choice, with a place to drop a file on. */
export function FileField({ file, error, onChoose }: FileFieldProps) {
  const { t } = useWork();
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files?.[0]) onChoose(files[0]);
  };
  return (
    <div class={`field ${error ? 'field-wrong' : ''}`}>
      <label for={id}>{t('imports.file')}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the file button does the same */}
      <div
        class={`file-drop ${over ? 'file-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files);
        }}
      >
        <input
          id={id}
          type="file"
          accept=".zip,.csv,.json,.ndjson,.jsonl,.geojson"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint ${error ? `${id}-error` : ''}`.trim()}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <p>
          <Glyph name="download" size={18} /> {file ? file.name : t('imports.choose')}
          <span id={`${id}-hint`} class="muted small">
            {t('imports.drop')}
          </span>
        </p>
      </div>
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
